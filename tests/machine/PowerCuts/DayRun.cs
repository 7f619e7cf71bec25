using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>One register living through the short day, with power cuts, and a host that goes on as a good host does.</summary>
internal sealed class DayRun
{
    private readonly Queue<(long Write, int Bytes)> _cuts;

    /// <param name="cuts">In order: which write is torn, and after how many bytes.</param>
    public DayRun(params (long Write, int Bytes)[] cuts)
    {
        _cuts = new(cuts);
        NextCut();
        Live();
    }

    /// <param name="watch">Told of every durable write of an undisturbed day.</param>
    public DayRun(Action<StoreWrite, int> watch)
    {
        _cuts = new();
        Register.Power.Watch = watch;
        Live();
    }

    public TestRegister Register { get; } = new();

    /// <summary>Power cuts that really happened.</summary>
    public int Cuts { get; private set; }

    private void Live()
    {
        Guarded(PowerOn);
        foreach (var unit in ShortDay.Units) Carry(unit);
        Guarded(Register.Machine.RunToRest);
    }

    // A unit is done when its last command is answered; what the register lost is begun again from the unit's start.
    private void Carry((int Command, string Data)[] unit)
    {
        for (var next = 0; next < unit.Length;)
        {
            var (command, data) = unit[next];
            DatecsReply? reply = null;
            Guarded(() => reply = Register.Host.SendData(command, data));
            while (reply is null) Guarded(() => reply = Register.Host.Repeat());
            if (reply.Ok) next++;
            else if (Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptIssued) return;
            else if (Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else Assert.Fail($"command {command} was refused: {reply.ErrorCode}");
        }
    }

    // Does something; when the power goes meanwhile, switches the register on again, cuts included.
    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (PowerCutException)
        {
            Cuts++;
            NextCut();
            Guarded(PowerOn);
        }
    }

    private void PowerOn()
    {
        var error = Register.Machine.PowerOn();
        Assert.AreEqual(FiscalError.None, error, "start-up");
        if (Register.Register.Identity.IsFiscalised) return;
        Assert.AreEqual(FiscalError.None, Register.Register.Fiscalise(DemoShop.Order()));
    }

    private void NextCut()
    {
        if (_cuts.TryDequeue(out var cut)) Register.Power.CutAt(cut.Write, cut.Bytes);
    }
}
