using Nf.Hal.Buses;

namespace Nf.Fuzz.Targets;

/// <summary>A modem that answers each command with the next piece of a script; where that is blank or at its end, as it should.</summary>
internal sealed class ModemLine : ISerialLine
{
    /// <summary>Parts the pieces of a script.</summary>
    private const byte Separator = (byte)'|';

    private static readonly (byte[] Command, byte[] Answer)[] s_expected =
    [
        ("AT+CPIN?"u8.ToArray(), "+CPIN: READY\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+CEREG?"u8.ToArray(), "+CEREG: 0,1\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+CGREG?"u8.ToArray(), "+CGREG: 0,1\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+CSQ"u8.ToArray(), "+CSQ: 20,99\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+COPS?"u8.ToArray(), "+COPS: 0,0,\"Op\",7\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+CCHCLOSE"u8.ToArray(), "OK\r\n\r\n+CCHCLOSE: 0,0\r\n"u8.ToArray()),
        ("AT+CCHSTART"u8.ToArray(), "OK\r\n\r\n+CCHSTART: 0\r\n"u8.ToArray()),
        ("AT+CCHADDR"u8.ToArray(), "+CCHADDR: 10.0.0.9\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+CCHOPEN"u8.ToArray(), "OK\r\n\r\n+CCHOPEN: 0,0\r\n"u8.ToArray()),
        ("AT+CCHRECV"u8.ToArray(), "+CCHRECV: 0,0\r\n\r\nOK\r\n"u8.ToArray()),
        ("AT+CCHSEND"u8.ToArray(), ">"u8.ToArray()),
        ("AT+CCERTDOWN"u8.ToArray(), ">"u8.ToArray()),
    ];

    private static readonly byte[] s_good = "OK\r\n"u8.ToArray();
    private static readonly byte[] s_service = "AT+CCHSTART"u8.ToArray();
    private static readonly byte[] s_open = "AT+CCHOPEN"u8.ToArray();
    private static readonly byte[] s_verify = "AT+CSSLCFG=\"auth"u8.ToArray();

    private readonly byte[] _command = new byte[16];
    private byte[] _script = [];
    private int _next;
    private int _length;
    private byte[] _answer = [];
    private int _at;
    private int _end;
    private bool _verifies;

    public int Available => _end - _at;

    /// <summary>Begins a script.</summary>
    public void Begin(byte[] script)
    {
        _script = script;
        _next = _length = _at = _end = 0;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        count = Math.Min(count, _end - _at);
        Array.Copy(_answer, _at, buffer, offset, count);
        _at += count;
        return count;
    }

    // Whatever was not read of the answer before is lost, as it is in a module's buffer that is full.
    public int Write(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (buffer[offset + i] != '\r')
            {
                if (_length < _command.Length) _command[_length++] = buffer[offset + i];
                continue;
            }

            if (_length > 0) Answer();
            _length = 0;
        }

        return count;
    }

    // A module whose service has started verifies nobody until it is told to.
    private void Watch(ReadOnlySpan<byte> command)
    {
        if (command.StartsWith(s_service)) _verifies = false;
        if (command.StartsWith(s_verify)) _verifies = true;
        FuzzTargets.Check(_verifies || !command.StartsWith(s_open), "no connection without its protection");
    }

    private void Answer()
    {
        Watch(_command.AsSpan(0, _length));
        if (_next < _script.Length)
        {
            var start = _next;
            while (_next < _script.Length && _script[_next] != Separator) _next++;
            (_answer, _at, _end) = (_script, start, _next++);
            if (_script.AsSpan(_at, _end - _at).ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n')) return;
        }

        _answer = Expected();
        _at = 0;
        _end = _answer.Length;
    }

    private byte[] Expected()
    {
        var command = _command.AsSpan(0, _length);
        foreach (var (name, answer) in s_expected)
        {
            if (command.StartsWith(name)) return answer;
        }

        return s_good;
    }
}
