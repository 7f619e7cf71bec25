using System;
using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>A receipt printer that speaks ESC/POS, after the Epson TM-T88V, over a serial line.</summary>
/// <remarks>
/// Each line is followed by GS r 1, which the printer answers in its turn; a DLE EOT 1 answered after that shows that the
/// byte was not the noise of a printer losing its power. Only then is the line done.
/// <para>
/// A line stays with the driver until it is done. The printer finishes it by itself after paper end, open cover and
/// errors; the driver initialises the printer and sends the line again when the printer had stopped answering, or when it
/// is ready and has said nothing of the line for 3 s. So no line is lost; one whose proof went astray in a cut wire
/// stands on the paper twice.
/// </para>
/// <para>
/// At most 0.5 KB is on its way at any time, which the printer's receive buffer (4 KB) takes even while it does not print:
/// the line needs no flow control.
/// </para>
/// </remarks>
public sealed class EscPosPrinter : IPrinter, ICashDrawer
{
    private const int UnprovenMs = 3000;
    private const int RecoverIntervalMs = 1000;

    // More than the parameters of any command sent here: a printer that was left in the middle of one gets out of it, and
    // ignores the rest (NUL does nothing by itself).
    private const int ResynchronisingNuls = EscPosJob.TextLimit + 16;
    private const int OutputCapacity = 512;

    // ESC @: defaults, print buffer cleared. ESC t 18: PC852.
    private static readonly byte[] s_initialise = { 0x1B, (byte)'@', 0x1B, (byte)'t', 18 };

    // DLE ENQ 1: recover from the error, go on with the line where it occurred.
    private static readonly byte[] s_recover = { 0x10, 0x05, 1 };
    private readonly byte[] _askStatus = { 0x10, 0x04, 1 };

    private readonly ISerialLine _line;
    private readonly IUptime _uptime;
    private readonly EscPosStatusPoll _status = new EscPosStatusPoll();
    private readonly EscPosJob _job = new EscPosJob();
    private readonly OutputBuffer _output = new OutputBuffer(OutputCapacity);
    private readonly byte[] _input = new byte[16];
    private bool _initialised;
    private bool _sent;
    private bool _answered;
    private bool _answeredOffline;
    private int _proofRound;
    private long _readySince;
    private long _recoveredAt;

    /// <summary>Takes the whole serial line; nothing is sent before the first <see cref="Poll"/>.</summary>
    /// <param name="line">The line, at the printer's speed.</param>
    /// <param name="uptime">For intervals and timeouts.</param>
    /// <param name="columns">Characters of font A on a line: 42 on 80 mm paper.</param>
    public EscPosPrinter(ISerialLine line, IUptime uptime, int columns)
    {
        _line = line;
        _uptime = uptime;
        Columns = columns;
    }

    /// <inheritdoc/>
    public int Columns { get; }

    /// <summary>What the printer last said of itself; <see cref="PrinterFaults.NotConnected"/> until it says something.</summary>
    /// <remarks><see cref="PrinterFaults.Offline"/> is there only when no other fault says why.</remarks>
    public PrinterFaults Faults => _status.Faults;

    /// <inheritdoc/>
    public bool Idle => _job.Length == 0;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The text is longer than 160 bytes, or than 80 in a Code 128.</exception>
    public void PrintLine(byte[] text, int offset, int count, LineStyle style)
    {
        ExpectIdle();
        int limit = style == LineStyle.Code128 ? EscPosJob.TextLimit / 2 : EscPosJob.TextLimit;
        if (count > limit) throw new ArgumentOutOfRangeException(nameof(count));
        _job.SetLine(text, offset, count, style);
    }

    /// <inheritdoc/>
    public void Feed(int lines)
    {
        ExpectIdle();
        _job.SetFeed(lines);
    }

    /// <inheritdoc/>
    public void Open(int milliseconds)
    {
        ExpectIdle();
        _job.SetDrawerPulse(milliseconds);
    }

    /// <inheritdoc/>
    public void Cut()
    {
        ExpectIdle();
        _job.SetCut();
    }

    /// <inheritdoc/>
    public void Poll()
    {
        long now = _uptime.Milliseconds;
        Receive();
        if (_status.FallsSilent(now)) StartOver();
        CheckProof();
        CheckUnproven(now);
        if (_status.Connected && _output.IsEmpty) SendWaiting();
        AskStatus(now);
        Recover(now);
        _output.Flush(_line);
    }

    private void ExpectIdle()
    {
        if (!Idle) throw new InvalidOperationException("the line before is not on paper yet");
    }

    private void Receive()
    {
        int count = _line.Read(_input, 0, _input.Length);
        for (int i = 0; i < count; i++)
        {
            if (EscPosStatus.IsRealTime(_input[i])) _status.Take(_input[i]);
            else if (EscPosStatus.IsInOrder(_input[i])) TakeAnswer();
        }
    }

    // An offline printer does not reach GS r: such a byte is either noise or the first sign that it goes on, so it counts
    // only once the printer says that it is online.
    private void TakeAnswer()
    {
        if (!_sent || _answered || !_output.IsEmpty) return;
        _answered = true;
        _answeredOffline = !_status.Online;
        _proofRound = _status.Hurry();
    }

    private void CheckProof()
    {
        if (!_answered || !_status.HasAnsweredIn(_proofRound)) return;
        if (_answeredOffline && !_status.Online) return;
        _job.Clear();
        ForgetSending();
    }

    private void CheckUnproven(long now)
    {
        bool shouldPrint = _sent && !_answered && _output.IsEmpty && _status.Ready;
        if (shouldPrint && now - _readySince < UnprovenMs) return;
        if (shouldPrint) StartOver();
        _readySince = now;
    }

    private void StartOver()
    {
        _output.Clear();
        _initialised = false;
        ForgetSending();
    }

    private void ForgetSending()
    {
        _sent = false;
        _answered = false;
    }

    private void SendWaiting()
    {
        if (!_initialised) Initialise();
        if (_sent || Idle) return;
        _output.Append(_job.Bytes, _job.Length);
        _sent = true;
    }

    private void Initialise()
    {
        for (int i = 0; i < ResynchronisingNuls; i++) _output.Append(0);
        _output.Append(s_initialise, s_initialise.Length);
        _output.Append(LogotypeGlyphs.DefineR, LogotypeGlyphs.DefineR.Length);
        _output.Append(LogotypeGlyphs.DefineL, LogotypeGlyphs.DefineL.Length);
        _initialised = true;
    }

    private void AskStatus(long now)
    {
        // A line that takes nothing still holds the request before.
        if (!_status.Connected && !_output.IsEmpty) return;
        int request = _status.NextRequest(now);
        if (request == 0) return;
        _askStatus[2] = (byte)request;
        _output.Append(_askStatus, _askStatus.Length);
    }

    private void Recover(long now)
    {
        if (!_status.Recoverable || now - _recoveredAt < RecoverIntervalMs) return;
        _recoveredAt = now;
        _output.Append(s_recover, s_recover.Length);
    }
}
