using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>AT commands over a serial line: one at a time, each with a time limit; lines that nobody asked for go to a listener.</summary>
/// <remarks>
/// A command is over when its final result came (ITU-T V.250, 5.7.1) and, where one is awaited, the line that begins with
/// its name; modules send these in either order. Whatever the line brings, nothing grows: a line that is too long is lost,
/// and what is no text is passed over.
/// </remarks>
internal sealed class AtChannel
{
    /// <summary>Bytes of the longest command.</summary>
    internal const int MaxCommand = 320;

    private const int InputSize = 128;

    private readonly ISerialLine _line;
    private readonly IUptime _uptime;
    private readonly IAtListener _listener;
    private readonly OutputBuffer _output = new OutputBuffer(MaxCommand);
    private readonly byte[] _input = new byte[InputSize];
    private readonly AtText _text = new AtText();
    private string _awaited;
    private bool _seen;
    private bool _final;
    private long _deadline;
    private int _data;
    private byte[] _payload;
    private int _payloadAt;
    private int _payloadEnd;
    private bool _prompted;

    internal AtChannel(ISerialLine line, IUptime uptime, IAtListener listener)
    {
        _line = line;
        _uptime = uptime;
        _listener = listener;
    }

    /// <summary>A command is under way.</summary>
    internal bool IsBusy { get; private set; }

    /// <summary>What became of the last command.</summary>
    internal AtResult Result { get; private set; }

    /// <summary>The number of the last error (3GPP TS 27.007, 9.2); -1 when it had none.</summary>
    internal int ErrorNumber { get; private set; }

    /// <summary>The awaited line.</summary>
    internal AtText Answer { get; } = new AtText();

    /// <summary>Gives up the command under way, and what is still to be sent.</summary>
    internal void Reset()
    {
        IsBusy = false;
        Result = AtResult.Late;
        _payload = null;
        _data = 0;
        _output.Clear();
        _text.Clear();
    }

    /// <summary>Sends a command that nothing but its final result follows.</summary>
    internal void Send(string command, int milliseconds) => Send(command, null, milliseconds);

    /// <summary>Sends a command.</summary>
    /// <param name="command">Without its end, at most <see cref="MaxCommand"/> - 1 ASCII characters.</param>
    /// <param name="awaited">How the line begins that must come besides the final result; null for none.</param>
    /// <param name="milliseconds">Longest time for both.</param>
    internal void Send(string command, string awaited, int milliseconds)
    {
        _output.Clear();
        for (int i = 0; i < command.Length; i++) _output.Append((byte)command[i]);
        _output.Append((byte)'\r');
        _awaited = awaited;
        _seen = awaited == null;
        _final = false;
        _payload = null;
        _prompted = false;
        _deadline = _uptime.Milliseconds + milliseconds;
        ErrorNumber = -1;
        Answer.Clear();
        Result = AtResult.None;
        IsBusy = true;
    }

    /// <summary>Sends a command whose bytes follow when the module prompts for them.</summary>
    internal void Send(string command, byte[] payload, int count, int milliseconds)
    {
        Send(command, null, milliseconds);
        _payload = payload;
        _payloadAt = 0;
        _payloadEnd = count;
    }

    /// <summary>Sends bytes as they are; for what a module may still wait for.</summary>
    internal int SendRaw(byte[] bytes, int count) => _output.IsEmpty ? _line.Write(bytes, 0, count) : 0;

    /// <summary>The next bytes are data, not lines.</summary>
    internal void ExpectData(int count) => _data = count;

    /// <summary>One bounded step; false when nothing moved.</summary>
    internal bool Poll()
    {
        _output.Flush(_line);
        bool worked = SendPayload();
        int count = _line.Read(_input, 0, InputSize);
        for (int at = 0; at < count;) at += TakeSome(at, count);
        if (IsBusy && _uptime.Milliseconds >= _deadline) End(AtResult.Late);
        return worked || count > 0;
    }

    private bool SendPayload()
    {
        if (!_prompted || _payload == null || _payloadAt == _payloadEnd) return false;
        int taken = _line.Write(_payload, _payloadAt, _payloadEnd - _payloadAt);
        _payloadAt += taken;
        return taken > 0;
    }

    private int TakeSome(int at, int count)
    {
        if (_data == 0)
        {
            TakeByte(_input[at]);
            return 1;
        }

        int part = _data < count - at ? _data : count - at;
        _data -= part;
        _listener.Data(_input, at, part);
        return part;
    }

    private void TakeByte(byte value)
    {
        if (value == '\r') return;
        // V.250, 5.7.1: every line ends with CR LF. Data begin right after.
        if (value == '\n')
        {
            if (_text.Length > 0) TakeLine();
            _text.Clear();
        }
        else if (value == '>' && _text.Length == 0 && IsBusy && _payload != null && !_prompted)
        {
            _prompted = true;
        }
        else if (!(value == ' ' && _text.Length == 0))
        {
            _text.Add(value);
        }
    }

    private void TakeLine()
    {
        if (!_text.IsWhole) return;
        if (IsBusy && _text.Is("OK")) _final = true;
        else if (IsBusy && _text.Is("ERROR")) End(AtResult.Error);
        else if (IsBusy && _text.StartsWith("+CME ERROR:")) EndWithNumber();
        else if (IsBusy && _awaited != null && _text.StartsWith(_awaited) && !_listener.Takes(_text)) Keep();
        else _listener.Line(_text);
        if (IsBusy && _final && _seen) End(AtResult.Ok);
    }

    private void EndWithNumber()
    {
        ErrorNumber = _text.Number(0);
        End(AtResult.Error);
    }

    private void Keep()
    {
        Answer.CopyFrom(_text);
        _seen = true;
    }

    private void End(AtResult result)
    {
        // What was not sent of a command that is given up must not begin the next one.
        if (result == AtResult.Late)
        {
            _output.Clear();
            _data = 0;
        }

        _payload = null;
        IsBusy = false;
        Result = result;
    }
}
