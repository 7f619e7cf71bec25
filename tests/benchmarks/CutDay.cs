using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.PowerCuts;

namespace Nf.Benchmarks;

/// <summary>The short day of the power cut tests, lived with at most one cut and only its closure looked at.</summary>
internal sealed class CutDay
{
    public const long NoCut = -1;

    /// <summary>Bytes of the torn write that still get written.</summary>
    private const int TornAfter = 3;

    private readonly PowerSupply _power = new();
    private readonly RegisterMachine _machine;
    private readonly DatecsClient _host;

    /// <param name="write">The write that is torn, or <see cref="NoCut"/>.</param>
    public CutDay(long write)
    {
        _power.CutAt(write, TornAfter);
        var time = new VirtualTime();
        var civil = new VirtualCivilTime(time, new DateTime(2026, 11, 16, 7, 0, 0));
        _machine = new RegisterMachine(new Hardware(_power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size),
            new MemoryCard(_power), new PaperRoll(), time, civil));
        _host = new DatecsClient(new MachineChannel(_machine), 0x20);
        Live();
        Closure = Sums();
    }

    /// <summary>Power cuts that happened.</summary>
    public int Cuts => _power.Cuts;

    /// <summary>Durable writes of the day.</summary>
    public long Writes => _power.Writes;

    /// <summary>All sums of the day's closure.</summary>
    public string Closure { get; }

    private void Live()
    {
        Guarded(PowerOn);
        foreach (var unit in ShortDay.Units) Carry(unit);
        Guarded(_machine.RunToRest);
    }

    // What the register lost with a receipt is begun again from the unit's start.
    private void Carry((int Command, string Data)[] unit)
    {
        for (var next = 0; next < unit.Length;)
        {
            var (command, data) = unit[next];
            DatecsReply? reply = null;
            Guarded(() => reply = _host.SendData(command, data));
            while (reply is null) Guarded(() => reply = _host.Repeat());
            if (reply.Ok) next++;
            else if (Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else throw new InvalidOperationException($"command {command} was refused: {reply.ErrorCode}");
        }
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (PowerCutException)
        {
            Guarded(PowerOn);
        }
    }

    private void PowerOn()
    {
        var error = _machine.PowerOn();
        if (error == FiscalError.None && !_machine.Register.Identity.IsFiscalised) error = _machine.Register.Fiscalise(DemoShop.Order());
        if (error != FiscalError.None) throw new InvalidOperationException($"start-up: {error}");
    }

    private string Sums()
    {
        var log = _machine.Register.Log;
        if (log.Count(RecordKind.Closure) != 1 || !log.ReadLatest(RecordKind.Closure)) throw new InvalidOperationException("no single closure");
        var closure = new ClosureRecord();
        closure.Load(log.Payload);
        var bytes = new byte[512];
        closure.Totals.Save(new ByteWriter(bytes));
        return Convert.ToHexString(bytes) + closure.GrandTotal + ":" + closure.GrandVat;
    }
}
