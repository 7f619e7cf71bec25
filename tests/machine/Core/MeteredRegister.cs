using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Core;

/// <summary>Firmware and drivers over the usual models, with every byte counted that they allocate themselves.</summary>
/// <remarks>The benchmarks have it too, so it knows nothing of a test framework.</remarks>
internal sealed class MeteredRegister : IHostChannel
{
    private readonly VirtualTime _time = new();
    private readonly AllocationMeter _meter = new();
    private readonly Hardware _hardware;
    private readonly DatecsClient _host;
    private readonly Mb85rsModel? _module;
    private Firmware.Register _register = null!;

    /// <summary>Switched on and fiscalised.</summary>
    /// <param name="withModule">With the online module, that signs in software and has no way out.</param>
    public MeteredRegister(bool withModule = false)
    {
        var power = new PowerSupply();
        var civil = new VirtualCivilTime(_time, new DateTime(2026, 11, 16, 7, 0, 0));
        _hardware = new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), new MemoryCard(power),
            new PaperRoll(), _time, civil);
        if (withModule) _module = new Mb85rsModel(new RamStore(Mb85rsModel.Size), power, StoreWrite.ModuleMemory);
        _host = new DatecsClient(this, 0x20);
        Start();
        Must(_register.Fiscalise(DemoShop.Order()) == FiscalError.None, "fiscalisation");
    }

    /// <summary>Bytes that a switching on takes: all that the register will have for good, and what it reads its stores with.</summary>
    public long Start() => Measured(() =>
    {
        _meter.Enter();
        _register = new Firmware.Register(Devices());
        var error = _register.Start();
        _meter.Leave();
        Must(error == FiscalError.None, $"start-up: {error}");
        Run(() => false, 5_000_000);
    });

    /// <summary>Bytes that a whole receipt takes, paper included.</summary>
    public long Receipt(int items) => Measured(() =>
    {
        Open();
        for (var i = 0; i < items; i++) Sell(i);
        Close();
    });

    /// <summary>Bytes that each line of one receipt takes, from the first.</summary>
    public long[] Lines(int items)
    {
        Open();
        long[] bytes = [.. Enumerable.Range(0, items).Select(i => Measured(() => Sell(i)))];
        Close();
        return bytes;
    }

    /// <summary>Bytes that the Z report takes, paper included.</summary>
    public long CloseDay() => Measured(() =>
    {
        Do(69, "Z\t");
        Rest();
    });

    public void Send(ReadOnlySpan<byte> bytes) => _hardware.HostWire.DeviceWrite(bytes);

    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        Run(() => _hardware.HostWire.DeviceAvailable > 0, (long)silence.TotalMicroseconds);
        count = _hardware.HostWire.DeviceRead(buffer);
        return count > 0;
    }

    private void Open() => Do(48, "1\t0001\t1\t\t\t");

    private void Sell(int item) => Do(49, $"Pâine albă 300 g\t{item % 4 + 1}\t5.50\t2.000\t\t\t1\tBUC\t");

    private void Close()
    {
        Do(53, "0\t3000.00\t");
        Do(56, "");
        Rest();
    }

    private void Rest()
    {
        Run(() => _register.IsAtRest, 120_000_000);
        Must(_register.IsAtRest, "the register is not at rest");
    }

    private long Measured(Action work)
    {
        var before = _meter.Bytes;
        work();
        return _meter.Bytes - before;
    }

    private void Do(int command, string data)
    {
        var reply = _host.SendData(command, data);
        Must(reply.Ok, $"{command}: {reply.ErrorCode}");
    }

    // As RegisterMachine does: while there is nothing to do, time goes to the next event.
    private void Run(Func<bool> until, long microseconds)
    {
        var end = _time.NowMicroseconds + microseconds;
        while (!until() && _time.NowMicroseconds < end)
        {
            _meter.Enter();
            var worked = _register.Turn();
            _meter.Leave();
            var now = _time.NowMicroseconds;
            var next = Math.Min(now + 10_000, Math.Min(_hardware.Printer.NextEvent, _hardware.Display.NextEvent));
            _time.AdvanceTo(worked ? now + 50 : Math.Max(next, now + 50));
            _hardware.Printer.Advance(_time.NowMicroseconds);
            _hardware.Display.Advance(_time.NowMicroseconds);
        }
    }

    private RegisterDevices Devices()
    {
        var module = _module is null ? null : new Mb85rsFram(new MeteredSpi(_module, _meter));
        return new RegisterDevices
        {
            Printer = new EscPosPrinter(new MeteredLine(_hardware.PrinterWire, _meter), _time, Hardware.PaperColumns),
            FiscalMemory = new W25qFlash(new MeteredSpi(_hardware.FiscalMemory, _meter)),
            WorkingMemory = new Mb85rsFram(new MeteredSpi(_hardware.WorkingMemory, _meter)),
            Journal = new CardJournal(new MeteredCard(_hardware.Card, _meter)),
            Clock = new Ds3231Clock(new MeteredI2c(_hardware.Clock, _meter)),
            Display = new Dm110Display(new MeteredLine(_hardware.DisplayWire, _meter)),
            Host = new SerialHostLine(new MeteredLine(_hardware.HostWire, _meter)),
            Watchdog = new Tps3823Watchdog(new MeteredPin(_hardware.Watchdog, _meter)),
            Uptime = _time,
            ModuleMemory = module,
            Crypto = module is null ? null : new SoftwareCryptoModule(module, ModuleLayout.Keys, new RandomGeneratorModel(1), new DeviceSecretModel(new byte[32])),
        };
    }

    private static void Must(bool holds, string message)
    {
        if (!holds) throw new InvalidOperationException(message);
    }
}
