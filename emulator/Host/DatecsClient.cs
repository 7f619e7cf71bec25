namespace Nf.Emulator.Host;

/// <summary>A host: sends commands to a register and waits for their answers.</summary>
/// <remarks>
/// <code>var receipt = client.Send(48, "1", "0001", "1", "", "");</code>
/// A frame that is answered by NAK, damage or silence is sent again with the same SEQ, so nothing is carried out twice.
/// </remarks>
/// <param name="channel">The line to the register.</param>
/// <param name="firstSequence">
/// SEQ of the first frame, 20h..FFh. A register takes a frame like its last one for a repetition, so two clients in a row
/// should not begin alike.
/// </param>
public sealed class DatecsClient(IHostChannel channel, byte firstSequence)
{
    private const byte LowestSequence = 0x20;
    private const int Status = 74;

    private readonly DatecsAnswerReader _reader = new();
    private readonly byte[] _received = new byte[512];
    private int _receivedAt;
    private int _receivedCount;
    private byte _sequence = Math.Max(firstSequence, LowestSequence);
    private bool _introduces;
    private byte[] _lastFrame = [];
    private byte _lastSequence;
    private int _lastCommand;

    /// <summary>
    /// Begins at a SEQ that is picked at random, and asks for the status first: whoever was on the line before may have
    /// ended with the same command at the same SEQ, which would be answered and not carried out.
    /// </summary>
    public DatecsClient(IHostChannel channel)
        : this(channel, (byte)Random.Shared.Next(LowestSequence, 256)) => _introduces = true;

    /// <summary>How long the register may be silent before a frame is sent again.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a frame is sent at most.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>How often the register may ask for patience before the client gives up; it does so every 60 ms.</summary>
    public int Patience { get; init; } = 2000;

    /// <summary>Frames that were sent again so far.</summary>
    public int Resent { get; private set; }

    /// <summary>Sends a command with these fields, each followed by TAB.</summary>
    /// <exception cref="HostLinkException">There was no answer.</exception>
    public DatecsReply Send(int command, params string[] fields) => Send(command, HostText.EncodeFields(fields));

    /// <summary>Sends a command whose fields are already separated, as in scripts.</summary>
    /// <exception cref="HostLinkException">There was no answer.</exception>
    public DatecsReply SendData(int command, string data) => Send(command, HostText.EncodeData(data));

    /// <summary>Sends the last frame once more, as a host does that missed its answer.</summary>
    /// <exception cref="HostLinkException">There was no answer.</exception>
    public DatecsReply Repeat()
    {
        for (var sent = 0; sent < Tries; sent++)
        {
            channel.Send(_lastFrame);
            if (Await() is { } reply) return reply;
            Resent++;
        }

        throw new HostLinkException($"no answer to command {_lastCommand} after {Tries} tries");
    }

    private DatecsReply Send(int command, byte[] data)
    {
        if (_introduces)
        {
            _introduces = false;
            Send(Status);
        }

        _lastSequence = _sequence;
        _sequence = _sequence == byte.MaxValue ? LowestSequence : (byte)(_sequence + 1);
        _lastCommand = command;
        _lastFrame = DatecsFrame.Build(_lastSequence, command, data);
        return Repeat();
    }

    /// <summary>Waits for the answer to the last frame; one to an earlier frame is passed over.</summary>
    /// <returns>Null: the frame has to be sent again.</returns>
    private DatecsReply? Await()
    {
        var patience = Patience;
        while (TryReceive(out var b))
        {
            switch (_reader.Take(b))
            {
                case HostHears.Nak or HostHears.Damaged:
                    return null;
                case HostHears.Syn when --patience < 0:
                    throw new HostLinkException($"command {_lastCommand} is not finished after {Patience} requests to wait");
                case HostHears.Answer when _reader.Reply!.Sequence == _lastSequence && _reader.Reply.Command == _lastCommand:
                    return _reader.Reply;
            }
        }

        return null;
    }

    private bool TryReceive(out byte b)
    {
        b = 0;
        if (_receivedAt == _receivedCount)
        {
            _receivedAt = 0;
            if (!channel.TryReceive(_received, Silence, out _receivedCount)) return false;
        }

        b = _received[_receivedAt++];
        return true;
    }
}
