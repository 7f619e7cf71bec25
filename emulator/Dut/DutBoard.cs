using Nf.Emulator.Machine;
using Nf.Firmware;
using Nf.Hal.Drivers;

namespace Nf.Emulator.Dut;

/// <summary>The stand-in for a board: the firmware over emulated chips, its serial lines led outside. For one thread.</summary>
public sealed class DutBoard
{
    private readonly DutOrder _order;
    private readonly DutLines _lines;
    private readonly VirtualTime _time;
    private Hardware _chips;
    private Register? _register;
    private bool _stopped;

    /// <summary>One with blank chips, switched off.</summary>
    /// <param name="time">Follows the wall; the caller moves it.</param>
    public DutBoard(DutOrder order, DutLines lines, VirtualTime time)
    {
        (_order, _lines, _time) = (order, lines, time);
        _chips = DutChips.Blank(order, time);
        RebootAt = order.RebootAfter;
    }

    /// <summary>It has power.</summary>
    public bool HasPower { get; private set; }

    /// <summary>The service switch is on.</summary>
    public bool ServiceSwitch { get => _chips.ServiceJumper.Closed; set => _chips.ServiceJumper.Closed = value; }

    /// <summary>How many bytes from the host make it lose power for a moment; null for none.</summary>
    public long? RebootAt { get; set; }

    /// <summary>Gives it power or takes it away; what it knew without its chips is lost.</summary>
    public void Power(bool on)
    {
        if (on == HasPower) return;
        HasPower = on;
        _lines.Clear();
        _register = null;
        if (!on || _order.Silent) return;
        _chips.Clock.PowerUp();
        _register = new Register(Devices());
        _register.Start();
    }

    /// <summary>Off and on again.</summary>
    public void Reset()
    {
        if (!HasPower) return;
        Power(false);
        Power(true);
    }

    /// <summary>Other chips, blank ones: a register that nobody has fiscalised.</summary>
    public void Renew()
    {
        var (power, service) = (HasPower, ServiceSwitch);
        Power(false);
        _chips = DutChips.Blank(_order, _time);
        ServiceSwitch = service;
        Power(power);
    }

    /// <summary>One turn of its loop.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public bool Turn()
    {
        Misbehave();
        if (_register is not null && !_stopped) return _register.Turn();
        _lines.Clear();
        return false;
    }

    private void Misbehave()
    {
        _ = _lines.Host.Available;
        var heard = _lines.Host.BytesIn;
        if (_order.Deaf) _lines.Host.Clear();
        if (heard >= _order.StopAfter) _stopped = true;
        if (heard >= _order.UnplugAfter) _lines.Host.Unplug();
        if (!(heard >= RebootAt)) return;
        RebootAt = null;
        Reset();
    }

    private RegisterDevices Devices()
    {
        var printer = new EscPosPrinter(_lines.Printer, _time, _order.Columns);
        var clock = new Ds3231Clock(_chips.Clock);
        var module = _chips.Online is { } online ? new Mb85rsFram(online.Memory) : null;
        return new RegisterDevices
        {
            Printer = printer,
            Drawer = printer,
            FiscalMemory = new W25qFlash(_chips.FiscalMemory),
            WorkingMemory = new Mb85rsFram(_chips.WorkingMemory),
            Journal = new CardJournal(_chips.Card),
            External = new DriveMedium(_chips.Drive),
            Clock = clock,
            Display = new Dm110Display(_lines.Display),
            Host = new SerialHostLine(_lines.Host),
            Watchdog = new Tps3823Watchdog(_chips.Watchdog),
            Uptime = _time,
            ServiceSwitch = new JumperSwitch(_chips.ServiceJumper),
            Links = _lines.Modem is { } modem ? [new Sim7600Modem(modem, _time, clock)] : [],
            ModuleMemory = module,
            Crypto = module is null ? null : _chips.Online!.StartCrypto(module),
        };
    }
}
