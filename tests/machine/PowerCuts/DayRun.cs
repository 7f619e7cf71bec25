using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>One register living through the short day, with power cuts, and a host that goes on as a good host does.</summary>
internal sealed class DayRun
{
    private readonly Queue<(long Write, int Bytes)> _cuts;
    private readonly PatientHost _host;

    /// <param name="cuts">In order: which write is torn, and after how many bytes.</param>
    public DayRun(params (long Write, int Bytes)[] cuts)
    {
        _cuts = new(cuts);
        _host = new PatientHost(Register, PowerOnAgain);
        NextCut();
        Live();
    }

    /// <param name="watch">Told of every durable write of an undisturbed day.</param>
    public DayRun(Action<StoreWrite, int> watch)
    {
        _cuts = new();
        _host = new PatientHost(Register, PowerOnAgain);
        Register.Power.Watch = watch;
        Live();
    }

    public TestRegister Register { get; } = new();

    /// <summary>Power cuts that really happened.</summary>
    public int Cuts => Register.Power.Cuts;

    private void Live()
    {
        _host.Guarded(PowerOn);
        foreach (var unit in ShortDay.Units) _host.Carry(unit);
        _host.Guarded(Register.Machine.RunToRest);
    }

    private void PowerOnAgain()
    {
        NextCut();
        PowerOn();
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
