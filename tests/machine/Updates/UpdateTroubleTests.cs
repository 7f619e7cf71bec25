using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Updates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;
using static Nf.Tests.Machine.Updates.UpdateRig;

namespace Nf.Tests.Machine.Updates;

/// <summary>An update on a bad day: no paper, a worn fiscal memory, a document in between, a board without its maker's key.</summary>
[TestClass]
public sealed class UpdateTroubleTests
{
    [TestMethod]
    public void Lack_of_paper_at_the_first_start_gives_up_no_program()
    {
        foreach (var isCover in new[] { false, true })
        {
            var rig = Armed();
            Trouble(rig, isCover, true);
            rig.Restart();
            rig.Register.Machine.Idle(TimeSpan.FromSeconds(30));
            Assert.AreEqual(FirmwareSlotState.Confirmed, rig.Slot.State);
            Assert.AreEqual(isCover ? FiscalError.CoverOpen : FiscalError.PaperEnd, rig.Register.Register.BlockedBy);
            Assert.HasCount(1, rig.Records);
            Trouble(rig, isCover, false);
            rig.Register.Machine.Idle(TimeSpan.FromSeconds(10));
            rig.Register.Machine.RunToRest();
            Assert.AreEqual(1, rig.Register.Paper.Count(line => line.Trim() == "ACTUALIZARE PROGRAM"));
            Assert.AreEqual(FiscalError.None, rig.Register.Register.BlockedBy);
        }
    }

    [TestMethod]
    public void A_report_that_the_start_interrupts_is_printed_to_its_end_by_the_new_program()
    {
        var rig = Armed();
        rig.Register.Refused(FiscalError.UpdateRestartNeeded, 69, "Z\t");
        rig.Register.Do(69, "X\t");
        rig.Register.Hardware.Printer.PaperLoaded = false;
        rig.Restart();
        Assert.AreEqual(FiscalError.PaperEnd, rig.Register.Register.BlockedBy, "what the hand that stands there mends");
        Assert.AreEqual(FirmwareSlotState.OnTrial, rig.Slot.State);
        rig.Register.Hardware.Printer.PaperLoaded = true;
        rig.Register.Machine.Idle(TimeSpan.FromSeconds(30));
        rig.Register.Machine.RunToRest();
        Assert.AreEqual(FirmwareSlotState.Confirmed, rig.Slot.State);
        Assert.HasCount(1, rig.Records);
        var paper = rig.Register.Paper.Select(line => line.Trim()).ToArray();
        Assert.Contains("ACTUALIZARE PROGRAM", paper);
        Assert.AreEqual(FiscalError.None, rig.Register.Register.BlockedBy);
    }

    [TestMethod]
    public void A_program_that_cannot_print_the_document_under_way_is_given_up_too()
    {
        var rig = Armed(ImageFault.Printer);
        rig.Register.Do(69, "X\t");
        rig.Restart();
        rig.Register.Machine.Idle(TimeSpan.FromSeconds(30));
        Assert.AreEqual(FiscalError.UpdateFailed, rig.Register.Register.BlockedBy);
        rig.Restart();
        Assert.AreEqual(First, rig.Register.Register.Program);
        Assert.IsEmpty(rig.Records);
        Assert.Contains($"{(int)FiscalError.PrinterNotConnected}", string.Join('\n', rig.Register.Paper));
        rig.Register.SellSomething();
    }

    [TestMethod]
    public void A_fiscal_memory_that_refuses_the_record_is_not_worn_further()
    {
        var register = TestRegister.Fiscalised();
        register.Machine.Program = Next;
        register.Hardware.FiscalMemory.Worn = true;
        register.Machine.PowerOn();
        Assert.AreEqual(FiscalError.FiscalMemoryWriteFailed, register.Register.BlockedBy);
        var writes = register.Power.Writes;
        register.Machine.Idle(TimeSpan.FromMinutes(1));
        Assert.AreEqual(writes, register.Power.Writes);
        register.Hardware.FiscalMemory.Worn = false;
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.FirmwareUpdate));
        register.SellSomething();
    }

    [TestMethod]
    public void A_register_whose_fiscalisation_tells_no_version_gets_its_first_record()
    {
        var register = new TestRegister();
        register.Machine.Program = "";
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(DemoShop.Order()));
        register.Machine.Program = First;
        for (var start = 0; start < 2; start++) Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        var log = register.Register.Log;
        Assert.AreEqual(1, log.Count(RecordKind.FirmwareUpdate));
        Assert.IsTrue(log.ReadLatest(RecordKind.FirmwareUpdate));
        var record = new UpdateRecord();
        record.Load(log.Payload);
        Assert.AreEqual((UpdateWay.Found, "", First), (record.Way, record.Before, record.After));
    }

    [TestMethod]
    public void A_board_trusts_its_maker_s_whole_key_or_nobody()
    {
        var rig = new UpdateRig();
        var key = rig.TrustedKey!;
        rig.Put();
        foreach (var wrong in new[] { null, [], key[..128], key[..255], [.. key, 1], new byte[256] })
        {
            rig.TrustedKey = wrong;
            rig.Refuses(FiscalError.UpdateSignatureWrong);
        }

        rig.TrustedKey = key;
        rig.Update();
        Assert.AreEqual(Next, rig.Register.Register.Program);
    }

    [TestMethod]
    public void A_key_file_without_a_key_is_no_key_and_ends_no_register()
    {
        using var folder = new TempFolder();
        Assert.IsNull(MakerKey.ModulusOf(folder["none.pem"]));
        File.WriteAllText(folder["maker.pem"], "-----BEGIN NOTHING-----\n");
        Assert.IsNull(MakerKey.ModulusOf(folder["maker.pem"]));
    }

    private static UpdateRig Armed(ImageFault fault = ImageFault.None)
    {
        var rig = new UpdateRig();
        rig.Put(fault: fault);
        rig.InService();
        rig.Register.Do(253, "7\t");
        rig.Register.Do(149, "0\t");
        return rig;
    }

    private static void Trouble(UpdateRig rig, bool isCover, bool isThere)
    {
        if (isCover) rig.Register.Hardware.Printer.CoverOpen = isThere;
        else rig.Register.Hardware.Printer.PaperLoaded = !isThere;
    }
}
