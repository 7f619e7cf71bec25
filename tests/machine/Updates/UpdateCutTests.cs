using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Updates.UpdateRig;

namespace Nf.Tests.Machine.Updates;

/// <summary>A power cut at every write of an update, from its first piece to its document: the old program or the new one, told once.</summary>
[TestClass]
public sealed class UpdateCutTests
{
    [TestMethod]
    public void Every_write_of_an_update() => Cuts.AtEveryTear(40, Live);

    private static void Live(Action<PowerSupply> begin)
    {
        var rig = new UpdateRig();
        rig.Register.SellSomething();
        rig.Register.Do(69, "Z\t");
        rig.Register.Machine.RunToRest();
        rig.Put();
        rig.InService();
        begin(rig.Register.Power);
        var technician = new PatientHost(rig.Register, rig.Restart);
        technician.Guarded(() =>
        {
            if (rig.Register.Host.SendData(253, "7\t").Ok) rig.Restart();
        });
        Cuts.End(rig.Register.Power);
        Check(rig);
        Again(rig);
    }

    private static void Check(UpdateRig rig)
    {
        var register = rig.Register.Register;
        Assert.AreEqual(FirmwareSlotState.Confirmed, rig.Slot.State);
        Assert.HasCount(register.Program == Next ? 1 : 0, rig.Records, $"records while {register.Program} runs");
        // The notice that the update's document was interrupted is a document of a new day, as after any document.
        var isInterrupted = rig.Register.Paper.Any(line => line.Contains("REVENIRE DUPĂ LIPSA TENSIUNII"));
        Assert.AreEqual(isInterrupted, register.State.TextLength > 0, "the day is closed");
        Assert.AreEqual(0, register.State.Totals.Receipts);
        Assert.AreEqual(1, register.State.LastZ);
        Assert.AreEqual(0, rig.Register.Hardware.FiscalMemory.Violations.Count, "a location was programmed twice");
        Assert.AreEqual(FiscalError.None, register.BlockedBy);
    }

    // Whatever it came to, the technician who does it again ends with the new program, once.
    private static void Again(UpdateRig rig)
    {
        if (rig.Register.Register.Program == First) rig.Update();
        rig.Restart();
        Assert.AreEqual(Next, rig.Register.Register.Program);
        Assert.HasCount(1, rig.Records);
        Assert.IsInRange(1, 2, rig.Register.Paper.Count(line => line.Trim() == "ACTUALIZARE PROGRAM"), "a torn line at most is printed again");
        rig.Register.SellSomething();
        rig.Register.Do(69, "Z\t");
    }
}
