using Nf.Emulator.Machine;

namespace Nf.Emulator.Peripherals;

/// <summary>A receipt printer at the other end of a serial wire, after the Epson TM-T88V: ESC/POS in, paper out.</summary>
/// <remarks>
/// It works through its receive buffer one command after the other and stands still while it has no paper, its cover is
/// open, or its cutter is jammed; what was being printed then is printed whole afterwards. A line is on the paper at the
/// moment its last row of dots is. Without power it forgets everything.
/// </remarks>
public sealed class EscPosPrinterModel : IPeripheral, IEscPosMechanism
{
    /// <summary>From power-on until it listens, in microseconds.</summary>
    public const long BootTime = 2_000_000;

    private const int ReceiveBufferSize = 4096;
    private const long NotStarted = -1;

    private readonly SerialWire _wire;
    private readonly VirtualTime _time;
    private readonly IPaperRoll _roll;
    private readonly EscPosInterpreter _interpreter;
    private readonly RealTimeFilter _filter;
    private readonly Queue<byte> _received = new();
    private readonly Queue<(PaperLine? Line, long Microseconds)> _work = new();
    private readonly List<string> _log = [];
    private readonly List<int> _drawerPulses = [];
    private long _workEnds = NotStarted;
    private long _listensFrom;
    private bool _powered = true;
    private bool _paperLoaded = true;
    private bool _coverOpen;
    private bool _feedButtonHeld;
    private bool _headHot;
    private bool _cutterJammed;
    private bool _cutterError;

    /// <summary>A printer that is switched on, with paper.</summary>
    public EscPosPrinterModel(SerialWire wire, VirtualTime time, IPaperRoll roll, int columns)
    {
        _wire = wire;
        _time = time;
        _roll = roll;
        _interpreter = new EscPosInterpreter(columns, this);
        _filter = new RealTimeFilter(SendRealTimeStatus, Recover, Receive);
    }

    /// <summary>What was ignored, unknown or lost, oldest first.</summary>
    public IReadOnlyList<string> Messages => _log;

    /// <summary>Pulses that opened the drawer, in milliseconds, oldest first.</summary>
    public IReadOnlyList<int> DrawerPulses => _drawerPulses;

    /// <summary>There is paper under the head.</summary>
    public bool PaperLoaded { get => _paperLoaded; set => Operate(() => _paperLoaded = value); }

    /// <summary>The roll is nearly used up; printing goes on.</summary>
    public bool PaperNearEnd { get; set; }

    /// <summary>The cover is open.</summary>
    public bool CoverOpen { get => _coverOpen; set => Operate(() => _coverOpen = value); }

    /// <summary>The operator holds the feed button; the printer is offline meanwhile.</summary>
    public bool FeedButtonHeld { get => _feedButtonHeld; set => Operate(() => _feedButtonHeld = value); }

    /// <summary>The head is too hot to print; it goes on by itself when it has cooled.</summary>
    public bool HeadHot { get => _headHot; set => Operate(() => _headHot = value); }

    /// <summary>Something is stuck in the cutter. Once it is out, the printer goes on when told by DLE ENQ, or switched off and on.</summary>
    public bool CutterJammed { get => _cutterJammed; set => Operate(() => SetJam(value)); }

    /// <summary>The power switch. Off: receive buffer, settings and user-defined characters are lost.</summary>
    public bool Powered { get => _powered; set => Operate(() => Switch(value)); }

    /// <inheritdoc/>
    public long NextEvent
    {
        get
        {
            if (_wire.DeviceAvailable > 0) return _time.NowMicroseconds;
            if (!CanWork || (_work.Count == 0 && _received.Count == 0)) return long.MaxValue;
            return _work.Count > 0 && _workEnds != NotStarted ? _workEnds : _time.NowMicroseconds;
        }
    }

    /// <summary>It has nothing left to print, nor is it asked to.</summary>
    public bool IsEmpty => _work.Count == 0 && _received.Count == 0 && _wire.DeviceAvailable == 0;

    private bool Stopped => !_paperLoaded || _coverOpen || _feedButtonHeld || _headHot || _cutterError;

    private bool CanWork => _powered && !Stopped;

    /// <inheritdoc/>
    public void Advance(long nowMicroseconds)
    {
        TakeFromWire(nowMicroseconds);
        if (CanWork) Work(nowMicroseconds);
    }

    void IEscPosMechanism.Queue(PaperLine? line, long microseconds) => _work.Enqueue((line, microseconds));

    void IEscPosMechanism.PulseDrawer(int milliseconds) => _drawerPulses.Add(milliseconds);

    void IEscPosMechanism.AnswerStatus(byte n) => _wire.DeviceWrite([n is 1 or (byte)'1' && PaperNearEnd ? (byte)0x03 : (byte)0]);

    void IEscPosMechanism.Log(string message) => _log.Add(message);

    private void Operate(Action change)
    {
        Advance(_time.NowMicroseconds);
        change();
        if (!CanWork) _workEnds = NotStarted;
    }

    private void SetJam(bool jammed)
    {
        _cutterJammed = jammed;
        _cutterError |= jammed;
    }

    private void Switch(bool on)
    {
        if (on == _powered) return;
        _powered = on;
        _received.Clear();
        _work.Clear();
        _filter.Reset();
        _interpreter.Reset();
        _cutterError = _cutterJammed;
        _listensFrom = _time.NowMicroseconds + BootTime;
    }

    private void TakeFromWire(long now)
    {
        Span<byte> bytes = stackalloc byte[256];
        while (_wire.DeviceRead(bytes) is var count and > 0)
        {
            if (!_powered || now < _listensFrom) continue;
            foreach (var b in bytes[..count]) _filter.Accept(b);
        }
    }

    private void Receive(byte value)
    {
        if (_received.Count < ReceiveBufferSize) _received.Enqueue(value);
        else _log.Add($"receive buffer full: byte {value:X2}h lost");
    }

    private void Work(long now)
    {
        var moment = now;
        while (true)
        {
            while (_work.Count == 0 && _received.Count > 0) _interpreter.Accept(_received.Dequeue());
            if (_work.Count == 0) return;
            if (_workEnds == NotStarted) _workEnds = moment + _work.Peek().Microseconds;
            if (_workEnds > now) return;
            moment = _workEnds;
            FinishWork();
        }
    }

    private void FinishWork()
    {
        _workEnds = NotStarted;
        if (_work.Dequeue().Line is { } line) _roll.Append(line);
    }

    private void SendRealTimeStatus(byte n) => _wire.DeviceWrite([(byte)(0x12 | n switch
    {
        1 => Bit(3, Stopped) | Bit(6, _feedButtonHeld),
        2 => Bit(2, _coverOpen) | Bit(3, _feedButtonHeld) | Bit(5, !_paperLoaded) | Bit(6, _cutterError || _headHot),
        3 => Bit(3, _cutterError) | Bit(6, _headHot),
        _ => Bit(2, PaperNearEnd) | Bit(3, PaperNearEnd) | Bit(5, !_paperLoaded) | Bit(6, !_paperLoaded),
    })]);

    private static int Bit(int number, bool on) => on ? 1 << number : 0;

    // DLE ENQ 2 gives up what was received so far.
    private void Recover(byte n)
    {
        if (!_cutterError || _cutterJammed) return;
        _cutterError = false;
        if (n != 2) return;
        _received.Clear();
        _work.Clear();
        _interpreter.Reset();
    }
}
