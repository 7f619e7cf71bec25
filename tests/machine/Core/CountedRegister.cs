using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Core;

/// <summary>The counting copy of the firmware over the same drivers and models as everywhere.</summary>
/// <remarks>The benchmarks have it too, so it knows nothing of a test framework.</remarks>
internal sealed class CountedRegister : IHostChannel
{
    private readonly VirtualTime _time = new();
    private readonly Hardware _hardware;
    private readonly dynamic _register;
    private readonly DatecsClient _host;

    public CountedRegister()
    {
        var power = new PowerSupply();
        var civil = new VirtualCivilTime(_time, new DateTime(2026, 11, 16, 7, 0, 0));
        _hardware = new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), new MemoryCard(power),
            new PaperRoll(), _time, civil);
        _register = Activator.CreateInstance(Type("Register"), (object)Devices())!;
        _host = new DatecsClient(this, 0x20);
        _register.Start();
        Fiscalise();
        Run(() => false, 5_000_000);
    }

    /// <summary>Counts the turns that did something; while the register waits for the printer it costs nothing.</summary>
    public InstructionCounter Counter { get; } = new(typeof(Nf.Firmware.Register));

    /// <summary>A whole receipt of five lines, paper included.</summary>
    public void Receipt()
    {
        Do(48, "1\t0001\t1\t\t\t");
        for (var i = 0; i < 5; i++) Do(49, $"Pâine albă 300 g\t{i % 4 + 1}\t5.50\t2.000\t\t\t1\tBUC\t");
        Do(53, "0\t100.00\t");
        Do(56, "");
        Run(() => _register.IsAtRest, 30_000_000);
        Must((bool)_register.IsAtRest, "the register is not at rest");
    }

    public void Send(ReadOnlySpan<byte> bytes) => _hardware.HostWire.DeviceWrite(bytes);

    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        Run(() => _hardware.HostWire.DeviceAvailable > 0, (long)silence.TotalMicroseconds);
        count = _hardware.HostWire.DeviceRead(buffer);
        return count > 0;
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
        while (!Asked(until) && _time.NowMicroseconds < end)
        {
            Counter.Mark();
            bool worked = _register.Turn();
            if (!worked) Counter.TakeBack();
            var now = _time.NowMicroseconds;
            var next = Math.Min(now + 10_000, Math.Min(_hardware.Printer.NextEvent, _hardware.Display.NextEvent));
            _time.AdvanceTo(worked ? now + 50 : Math.Max(next, now + 50));
            _hardware.Printer.Advance(_time.NowMicroseconds);
            _hardware.Display.Advance(_time.NowMicroseconds);
        }
    }

    // What the test asks is no work of the register.
    private bool Asked(Func<bool> question)
    {
        Counter.Mark();
        var answer = question();
        Counter.TakeBack();
        return answer;
    }

    private Type Type(string name) => Counter.Assembly.GetType("Nf.Firmware." + name)!;

    private dynamic Devices()
    {
        dynamic devices = Activator.CreateInstance(Type("RegisterDevices"))!;
        devices.Printer = new EscPosPrinter(_hardware.PrinterWire, _time, Hardware.PaperColumns);
        devices.FiscalMemory = new W25qFlash(_hardware.FiscalMemory);
        devices.WorkingMemory = new Mb85rsFram(_hardware.WorkingMemory);
        devices.Journal = new CardJournal(_hardware.Card);
        devices.Clock = new Ds3231Clock(_hardware.Clock);
        devices.Display = new Dm110Display(_hardware.DisplayWire);
        devices.Host = new SerialHostLine(_hardware.HostWire);
        devices.Watchdog = new Tps3823Watchdog(_hardware.Watchdog);
        devices.Uptime = _time;
        return devices;
    }

    private void Fiscalise()
    {
        dynamic order = Activator.CreateInstance(Type("FiscalisationOrder"))!;
        order.Identity.Series = DemoShop.Series;
        order.Identity.SerialNumber = "NF00000001";
        order.Identity.FiscalCode = "RO99999991";
        order.Identity.VatPayer = true;
        order.Header.Set((string[])["MAGAZIN DEMO SRL", "STR. EXEMPLULUI NR. 0", "LOC. DEMO, JUD. EXEMPLU"]);
        var rate = Type("Day.VatGroupKind").GetEnumValues().GetValue(1)!;
        foreach (var (group, value) in new[] { (0, 2100), (1, 1100), (2, 900), (3, 0) }) order.Groups.Set(group, (dynamic)rate, value);
        Must((int)_register.Fiscalise(order) == 0, "fiscalisation");
    }

    private static void Must(bool holds, string message)
    {
        if (!holds) throw new InvalidOperationException(message);
    }
}
