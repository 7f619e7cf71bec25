using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Tests.Machine.Core;

/// <summary>A register that sells, inside a counted world. While it waits for the printer it costs nothing.</summary>
internal sealed class CountedRegister : IHostChannel
{
    private readonly RegisterMachine _machine;
    private readonly DatecsClient _host;
    private readonly Action _mark;
    private readonly Action _takeBack;

    private CountedRegister(Action mark, Action takeBack)
    {
        (_mark, _takeBack) = (mark, takeBack);
        var power = new PowerSupply();
        var time = new VirtualTime();
        var civil = new VirtualCivilTime(time, new DateTime(2026, 11, 16, 7, 0, 0));
        _machine = new RegisterMachine(new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size),
            new MemoryCard(power), new PaperRoll(), time, civil));
        _host = new DatecsClient(this, 0x20);
        _machine.PowerOn();
        Must(_machine.Register.Fiscalise(DemoShop.Order()) == Nf.Firmware.Errors.FiscalError.None, "fiscalisation");
        Run(() => false, 5_000_000);
    }

    /// <summary>What sells a receipt of five lines, paper included.</summary>
    /// <param name="mark">Marks the counts.</param>
    /// <param name="takeBack">Takes back what was counted since the mark.</param>
    public static Action Seller(Action mark, Action takeBack) => new CountedRegister(mark, takeBack).Receipt;

    public void Send(ReadOnlySpan<byte> bytes) => _machine.Receive(bytes);

    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        Run(() => _machine.Hardware.HostWire.DeviceAvailable > 0, (long)silence.TotalMicroseconds);
        count = _machine.Take(buffer);
        return count > 0;
    }

    private void Receipt()
    {
        Do(48, "1\t0001\t1\t\t\t");
        for (var i = 0; i < 5; i++) Do(49, $"Pâine albă 300 g\t{i % 4 + 1}\t5.50\t2.000\t\t\t1\tBUC\t");
        Do(53, "0\t100.00\t");
        Do(56, "");
        Run(() => _machine.Register.IsAtRest, 30_000_000);
        Must(_machine.Register.IsAtRest, "the register is not at rest");
    }

    private void Do(int command, string data)
    {
        var reply = _host.SendData(command, data);
        Must(reply.Ok, $"{command}: {reply.ErrorCode}");
    }

    private void Run(Func<bool> until, long microseconds)
    {
        var end = _machine.Hardware.Time.NowMicroseconds + microseconds;
        while (!Asked(until) && _machine.Hardware.Time.NowMicroseconds < end)
        {
            _mark();
            if (!_machine.Turn()) _takeBack();
        }
    }

    // What is asked here is no work of the register.
    private bool Asked(Func<bool> question)
    {
        _mark();
        var answer = question();
        _takeBack();
        return answer;
    }

    private static void Must(bool holds, string message)
    {
        if (!holds) throw new InvalidOperationException(message);
    }
}
