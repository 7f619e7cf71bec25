using System.Security.Cryptography;
using System.Text;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Updates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Updates.UpdateRig;

namespace Nf.Tests.Machine.Updates;

/// <summary>A new program from the technician's drive: what is taken, what is refused, what comes back.</summary>
[TestClass]
public sealed class UpdateTests
{
    [TestMethod]
    public void A_signed_image_runs_after_the_next_start_and_is_recorded_once()
    {
        var rig = new UpdateRig();
        rig.Register.SellSomething();
        rig.Register.Do(69, "Z\t");
        rig.Put();
        rig.InService();
        rig.Register.Do(253, "7\t");
        Assert.AreEqual(First, rig.Register.Register.Program, "before the start");
        rig.Register.Do(149, "0\t");
        rig.Register.Refused(FiscalError.UpdateRestartNeeded, 48, "1\t0001\t1\t\t\t");
        rig.Restart();
        Assert.AreEqual(Next, rig.Register.Do(90, "\t").Fields[1]);
        Assert.AreEqual(FirmwareSlotState.Confirmed, rig.Slot.State);
        var record = rig.Records.Single();
        Assert.AreEqual((UpdateWay.Medium, First, Next), (record.Way, record.Before, record.After));
        CollectionAssert.AreEqual(SHA256.HashData(rig.Drive.Bytes($"NF-{Next}.BIN")), record.Digest);
        Assert.AreEqual(1, rig.Register.Paper.Count(line => line.Trim() == "ACTUALIZARE PROGRAM"));
        rig.Restart();
        rig.Register.SellSomething();
        Assert.HasCount(1, rig.Records);
        Assert.AreEqual(Next, rig.Register.Register.Program);
        Assert.AreEqual(1, rig.Register.Paper.Count(line => line.Trim() == "ACTUALIZARE PROGRAM"));
    }

    [TestMethod]
    public void A_program_that_fails_its_self_test_gives_way_to_the_one_before()
    {
        var rig = new UpdateRig();
        rig.Put(fault: ImageFault.Printer);
        rig.Update();
        Assert.AreEqual(Next, rig.Register.Register.Program, "it is tried");
        Assert.AreEqual(FiscalError.UpdateFailed, rig.Register.Register.BlockedBy);
        Back(rig, "EROARE", $"{(int)FiscalError.PrinterNotConnected}");
    }

    [TestMethod]
    public void A_program_that_does_not_start_gives_way_at_once()
    {
        var rig = new UpdateRig();
        rig.Put(fault: ImageFault.Start);
        rig.Update();
        Back(rig, "CAUZA: Întreruptă înainte de confirmare");
    }

    [TestMethod]
    public void A_program_that_bears_another_version_than_its_manifest_gives_way()
    {
        var rig = new UpdateRig();
        rig.Put("0.3.0", change: update => update with { Version = Next });
        rig.Update();
        Back(rig, "EROARE", $"{(int)FiscalError.UpdateImageWrong}");
    }

    [TestMethod]
    public void An_order_of_the_maker_takes_this_register_back()
    {
        var rig = new UpdateRig();
        rig.Put();
        rig.Update();
        rig.Put("0.0.9");
        rig.Refuses(FiscalError.UpdateOlder);
        rig.Put("0.0.9", change: update => update with { Order = "NF00000002" });
        rig.Refuses(FiscalError.UpdateOrderForeign);
        rig.Put("0.0.9", change: update => update with { Order = "NF00000001", From = First });
        rig.Refuses(FiscalError.UpdateOlder);
        rig.Put("0.0.9", change: update => update with { Order = "NF00000001", From = Next });
        rig.Update();
        Assert.AreEqual("0.0.9", rig.Register.Register.Program);
        Assert.AreEqual((UpdateWay.Order, Next, "0.0.9"), (rig.Records[1].Way, rig.Records[1].Before, rig.Records[1].After));
    }

    [TestMethod]
    public void What_the_maker_said_must_fit()
    {
        var rig = new UpdateRig();
        rig.Put(First);
        rig.Refuses(FiscalError.UpdateSame);
        Refused(rig, FiscalError.UpdateProductWrong, update => update with { Product = "OTHER" });
        Refused(rig, FiscalError.UpdateBoardWrong, update => update with { Board = "esp32-s3" });
        Refused(rig, FiscalError.UpdateTooFar, update => update with { From = "0.1.1" });
        Refused(rig, FiscalError.UpdateImageTooLong, update => update with { Size = FirmwareSlotModel.PlaceSize + 1 });
        Refused(rig, FiscalError.UpdateImageWrong, update => update with { Size = ImageSize - 1 });
        Refused(rig, FiscalError.UpdateImageWrong, update => update with { Digest = new byte[32] });
        Refused(rig, FiscalError.UpdateManifestInvalid, update => update with { Version = "0.2" });
        Refused(rig, FiscalError.UpdateManifestInvalid, update => update with { Image = "../X" });
        rig.Put();
        rig.Update();
        Assert.AreEqual(Next, rig.Register.Register.Program, "the same without the fault");
    }

    [TestMethod]
    public void Every_byte_of_the_manifest_is_signed_or_is_the_signature()
    {
        var rig = new UpdateRig();
        rig.Put();
        rig.InService();
        var good = rig.Drive.Bytes(Manifest);
        for (var i = 0; i < good.Length; i += 1)
        {
            var spoiled = (byte[])good.Clone();
            spoiled[i] ^= 1;
            rig.Drive.Put(Manifest, spoiled);
            var reply = rig.Register.Host.SendData(253, "7\t");
            Assert.IsTrue(reply.ErrorCode is (int)FiscalError.UpdateManifestInvalid or (int)FiscalError.UpdateSignatureWrong, $"byte {i}: {reply.ErrorCode}");
        }
    }

    [TestMethod]
    public void What_is_not_whole_on_the_drive_is_refused()
    {
        var rig = new UpdateRig();
        rig.Refuses(FiscalError.ImportFileMissing);
        rig.Put();
        var manifest = rig.Drive.Bytes(Manifest);
        rig.Drive.Put(Manifest, manifest[..^1]);
        rig.Refuses(FiscalError.UpdateManifestInvalid);
        rig.Drive.Put(Manifest, [.. manifest, .. new byte[2000]]);
        rig.Refuses(FiscalError.ImportFileTooLong);
        rig.Drive.Put(Manifest, Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(manifest).Replace("\n", "\r\n")));
        rig.Refuses(FiscalError.UpdateManifestInvalid);
        rig.Drive.Put(Manifest, manifest);
        var image = rig.Drive.Bytes($"NF-{Next}.BIN");
        rig.Drive.Put($"NF-{Next}.BIN", image[..^1]);
        rig.Refuses(FiscalError.UpdateImageWrong);
        image[^1] ^= 1;
        rig.Drive.Put($"NF-{Next}.BIN", image);
        rig.Refuses(FiscalError.UpdateImageWrong);
        rig.Drive.Delete($"NF-{Next}.BIN");
        rig.Refuses(FiscalError.ImportFileMissing);
        rig.Drive.Present = false;
        rig.Refuses(FiscalError.ExternalMissing);
    }

    [TestMethod]
    public void Another_maker_s_key_is_no_key()
    {
        var rig = new UpdateRig();
        rig.Put();
        using var other = RSA.Create(2048);
        rig.Drive.Put(Manifest, SignedUpdate.Of(rig.Drive.Bytes($"NF-{Next}.BIN"), Next, FirmwareSlotModel.BoardName).Sign(other));
        rig.Refuses(FiscalError.UpdateSignatureWrong);
    }

    [TestMethod]
    public void Only_the_technician_with_a_closed_day_updates()
    {
        var rig = new UpdateRig();
        rig.Put();
        rig.Register.Refused(FiscalError.ServiceSwitchNeeded, 253, "7\t");
        rig.Register.SellSomething();
        rig.Refuses(FiscalError.ZReportNeeded);
        Assert.IsGreaterThan(0, rig.Register.Register.State.TextLength, "the day goes on");
    }

    [TestMethod]
    public void A_drive_that_is_pulled_out_in_the_middle_changes_nothing()
    {
        for (var writes = 0; writes < 5; writes++)
        {
            var rig = new UpdateRig();
            rig.Put();
            var left = writes;
            rig.Register.Power.Watch = (store, _) => rig.Drive.Present &= store != StoreWrite.Firmware || left-- > 0;
            // The last piece needs no further one from the drive.
            if (writes < 4) rig.Refuses(FiscalError.ExternalMissing);
            else rig.Update();
        }
    }

    [TestMethod]
    public void Worn_cells_are_noticed_when_they_are_read_back()
    {
        var rig = new UpdateRig();
        rig.Put();
        rig.Slot.IsWorn = true;
        rig.Refuses(FiscalError.UpdateWriteFailed);
    }

    [TestMethod]
    public void A_board_without_places_says_so_and_records_a_version_that_came_by_cable()
    {
        var register = TestRegister.Fiscalised();
        register.Hardware.ServiceJumper.Closed = true;
        register.Do(253, "0\t1234\t");
        register.Refused(FiscalError.UpdateByCable, 253, "7\t");
        foreach (var version in new[] { Next, Next, "0.1.5" })
        {
            register.Machine.Program = version;
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
            register.SellSomething();
        }

        var log = register.Register.Log;
        Assert.AreEqual(2, log.Count(RecordKind.FirmwareUpdate));
        var record = new UpdateRecord();
        Assert.IsTrue(log.ReadLatest(RecordKind.FirmwareUpdate));
        record.Load(log.Payload);
        Assert.AreEqual((UpdateWay.Found, Next, "0.1.5"), (record.Way, record.Before, record.After));
        Assert.AreEqual(2, register.Paper.Count(line => line.Trim() == "ACTUALIZARE PROGRAM"));
    }

    [TestMethod]
    public void A_lost_working_memory_at_the_first_start_loses_the_hash_and_not_the_record()
    {
        var rig = new UpdateRig();
        rig.Put();
        rig.InService();
        rig.Register.Do(253, "7\t");
        rig.Register.LoseWorkingMemory();
        rig.Restart();
        Assert.AreEqual((UpdateWay.Found, First, Next), (rig.Records.Single().Way, rig.Records[0].Before, rig.Records[0].After));
        Assert.AreEqual(FirmwareSlotState.Confirmed, rig.Slot.State);
    }

    private static void Refused(UpdateRig rig, FiscalError error, Func<SignedUpdate, SignedUpdate> change)
    {
        rig.Put(change: change);
        rig.Refuses(error);
    }

    private static void Back(UpdateRig rig, params string[] told)
    {
        rig.Restart();
        Assert.AreEqual(First, rig.Register.Register.Program);
        Assert.AreEqual(FirmwareSlotState.Confirmed, rig.Slot.State);
        Assert.IsEmpty(rig.Records);
        var paper = string.Join('\n', rig.Register.Paper);
        foreach (var word in told.Append("ACTUALIZARE NEREUȘITĂ")) Assert.Contains(word, paper);
        rig.Register.SellSomething();
        rig.Restart();
        Assert.AreEqual(1, rig.Register.Paper.Count(line => line.Trim() == "ACTUALIZARE NEREUȘITĂ"));
    }
}
