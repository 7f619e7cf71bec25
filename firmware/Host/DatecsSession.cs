using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host;

/// <summary>The dialogue with the POS program: one command at a time, each answered, none carried out twice.</summary>
/// <remarks>
/// Frame and dialogue are those of the public Datecs manual. A turn reads at most <see cref="InputSize"/> bytes and moves
/// one command one step; bytes that come meanwhile wait in the line.
/// </remarks>
public sealed class DatecsSession
{
    /// <summary>The host hears something at least this often while it waits, in milliseconds.</summary>
    public const int WaitIntervalMs = 60;

    /// <summary>A frame whose next byte takes longer than this is given up, in milliseconds.</summary>
    public const int SilenceLimitMs = 500;

    private const int InputSize = 256;

    private readonly IHostLine _line;
    private readonly IUptime _uptime;
    private readonly ICommandHandler _handler;
    private readonly HostOutput _output;
    private readonly FrameReader _reader;
    private readonly DatecsRequest _request = new DatecsRequest();
    private readonly DatecsAnswer _answer = new DatecsAnswer();
    private readonly byte[] _status = new byte[FrameBytes.StatusLength];
    private readonly byte[] _input = new byte[InputSize];
    private int _inputAt;
    private int _inputCount;
    private long _lastByteMs;
    private long _lastWordMs;

    public DatecsSession(IHostLine line, IUptime uptime, ICommandHandler handler)
    {
        _line = line;
        _uptime = uptime;
        _handler = handler;
        _output = new HostOutput(line);
        _reader = new FrameReader(_request);
    }

    /// <summary>A command is under way.</summary>
    public bool Busy { get; private set; }

    /// <summary>All that was read from the line is answered, and the line has taken the answers.</summary>
    public bool Quiet => !Busy && _output.IsEmpty && _inputAt == _inputCount;

    /// <summary>The last answered frame; load it before the first turn, save it in the commit of what a command did.</summary>
    public RememberedAnswer Remembered { get; } = new RememberedAnswer();

    /// <summary>Sends what waits, continues the command under way, or reads what came.</summary>
    /// <returns>True when it did something.</returns>
    public bool Turn()
    {
        bool sent = _output.Flush();
        if (Busy) return Continue() || sent;

        // An answer that the host does not take stops the next command, not the register.
        return _output.IsEmpty ? Receive() || sent : sent;
    }

    private bool Receive()
    {
        if (_inputAt == _inputCount) Read();
        if (_inputAt == _inputCount) return GiveUpHalfFrame();
        while (_inputAt < _inputCount && _output.IsEmpty && !Busy) Take();
        return true;
    }

    private void Read()
    {
        _inputAt = 0;
        _inputCount = _line.Read(_input, 0, InputSize);
        if (_inputCount > 0) _lastByteMs = _uptime.Milliseconds;
    }

    private bool GiveUpHalfFrame()
    {
        if (!_reader.InFrame || _uptime.Milliseconds - _lastByteMs < SilenceLimitMs) return false;
        _reader.Forget();
        _output.Send(FrameBytes.Nak);
        return true;
    }

    private void Take()
    {
        _inputAt = _reader.Take(_input, _inputAt, _inputCount, out FrameProgress progress);
        if (progress == FrameProgress.Wrong) _output.Send(FrameBytes.Nak);
        if (progress == FrameProgress.Complete) Begin();
    }

    private void Begin()
    {
        _answer.Clear();
        if (!_request.IsWellFormed)
        {
            _answer.Error((int)FiscalError.CommandSyntax);
            _answer.SyntaxError = true;
            Finish();
            return;
        }

        Busy = true;
        _lastWordMs = _uptime.Milliseconds;
        Continue();
    }

    private bool Continue()
    {
        // A lost working memory that was rebuilt while the frame waited gave its answer back.
        if (Remembered.Matches(_request))
        {
            Busy = false;
            SendRemembered();
            return true;
        }

        if (_handler.Execute(_request, _answer))
        {
            Finish();
            return true;
        }

        if (_uptime.Milliseconds - _lastWordMs < WaitIntervalMs || !_output.IsEmpty) return false;
        _lastWordMs = _uptime.Milliseconds;
        _output.Send(FrameBytes.Syn);
        return true;
    }

    private void Finish()
    {
        Busy = false;
        Remembered.Remember(_request, _answer);
        SendRemembered();
    }

    private void SendRemembered()
    {
        _handler.WriteStatus(_status);
        for (int i = 0; i < _status.Length; i++) _status[i] |= StatusBits.Always;
        Mark(Remembered.UnknownCommand, StatusBits.UnknownCommandByte, StatusBits.UnknownCommand);
        Mark(Remembered.SyntaxError, StatusBits.SyntaxErrorByte, StatusBits.SyntaxError);
        Mark(Remembered.NotPermitted, StatusBits.NotPermittedByte, StatusBits.NotPermitted);
        Mark(Remembered.Overflow, StatusBits.OverflowByte, StatusBits.Overflow);
        int length = Remembered.UnknownCommand ? 0 : Remembered.DataLength;
        _output.Send(_request.Sequence, _request.Command, Remembered.Data, length, _status);
    }

    private void Mark(bool set, int index, byte bit)
    {
        if (!set) return;
        _status[index] |= bit;
        _status[StatusBits.GeneralErrorByte] |= StatusBits.GeneralError;
    }
}
