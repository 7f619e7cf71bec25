using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Visit;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;

namespace Nf.Tests.Machine.Visit;

/// <summary>A visit to a register that lives, with a new program on the drive: it starts again under its host's eyes.</summary>
[TestClass]
public sealed class LiveUpdateTests
{
    private const string Next = "0.2.0";

    [TestMethod]
    public async Task The_visit_installs_the_program_and_goes_on_to_its_end()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        using var line = rig.Connect();
        var host = new DatecsClient(line);
        rig.PutProgram(Next);
        var progress = await rig.VisitAsync();
        Assert.IsTrue(progress.IsComplete, progress.Failure?.Cause);
        Assert.AreEqual((Next, 1), await rig.Site.AskAsync(Told));
        Assert.IsTrue(host.Send(74).Ok, "the host's line outlives the start");
        progress = await rig.VisitAsync();
        Assert.IsTrue(progress.IsComplete, "the same files on the drive are no refusal");
        Assert.AreEqual((Next, 1), await rig.Site.AskAsync(Told));
    }

    [TestMethod]
    public async Task A_program_that_fails_ends_the_visit_and_the_register_sells_with_the_old_one()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        rig.PutProgram(Next, ImageFault.Printer);
        var progress = await rig.VisitAsync();
        Assert.AreEqual((int)FiscalError.UpdateFailed, progress.Failure!.Error);
        Assert.AreEqual(TechnicianVisit.Version, progress.Next);
        Assert.AreEqual((Nf.Firmware.Version.Number, 0), await rig.Site.AskAsync(Told));
        Assert.IsFalse(await rig.Site.AskAsync(machine => machine.Hardware.ServiceJumper.Closed), "the switch is left on");
        using var line = rig.Connect();
        var host = new DatecsClient(line);
        Assert.IsTrue(host.Send(48, "1", "0001", "1", "", "").Ok);
    }

    private static (string Program, int Records) Told(RegisterMachine machine) =>
        (machine.Register.Program, machine.Register.Log.Count(RecordKind.FirmwareUpdate));
}
