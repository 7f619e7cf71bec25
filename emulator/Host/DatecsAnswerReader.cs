namespace Nf.Emulator.Host;

/// <summary>What a byte from the register was.</summary>
public enum HostHears
{
    /// <summary>Part of an answer that is not complete, or noise.</summary>
    Nothing,

    /// <summary>The register did not understand the frame.</summary>
    Nak,

    /// <summary>The command takes longer.</summary>
    Syn,

    /// <summary>An answer, now in <see cref="DatecsAnswerReader.Reply"/>.</summary>
    Answer,

    /// <summary>An answer that is damaged.</summary>
    Damaged,
}

/// <summary>Finds answers, NAK and SYN in the bytes from the register.</summary>
public sealed class DatecsAnswerReader
{
    private readonly List<byte> _frame = [];

    /// <summary>The last complete answer.</summary>
    public DatecsReply? Reply { get; private set; }

    /// <summary>Takes one byte.</summary>
    public HostHears Take(byte b)
    {
        if (b == DatecsFrame.First) _frame.Clear();
        else if (_frame.Count == 0) return Single(b);
        _frame.Add(b);
        return b == DatecsFrame.Last ? Finish() : HostHears.Nothing;
    }

    private static HostHears Single(byte b) => b switch
    {
        DatecsFrame.Nak => HostHears.Nak,
        DatecsFrame.Syn => HostHears.Syn,
        _ => HostHears.Nothing,
    };

    private HostHears Finish()
    {
        Reply = DatecsFrame.Parse([.. _frame]);
        _frame.Clear();
        return Reply is null ? HostHears.Damaged : HostHears.Answer;
    }
}
