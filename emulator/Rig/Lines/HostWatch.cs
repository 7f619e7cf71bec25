using Nf.Emulator.Host;

namespace Nf.Emulator.Rig.Lines;

/// <summary>Listens on the host line to what makes sense, and what does not.</summary>
internal sealed class HostWatch
{
    private DatecsAnswerReader _reader = new();

    // Bytes of the frame that has begun.
    private int _open;

    /// <summary>Answers that came whole.</summary>
    public int Answers { get; private set; }

    /// <summary>The command that was answered last.</summary>
    public int LastCommand { get; private set; }

    /// <summary>Bytes that belong to a whole answer, or ask for patience or for the frame again.</summary>
    public long Sense { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _reader = new DatecsAnswerReader();
        (_open, Answers, LastCommand, Sense) = (0, 0, 0, 0);
    }

    /// <summary>Takes what came.</summary>
    public void Hear(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) Hear(b);
    }

    private void Hear(byte b)
    {
        _open = b == DatecsFrame.First ? 1 : _open + 1;
        switch (_reader.Take(b))
        {
            case HostHears.Answer:
                Answers++;
                LastCommand = _reader.Reply!.Command;
                Sense += _open;
                break;
            case HostHears.Nak or HostHears.Syn:
                Sense++;
                break;
        }
    }
}
