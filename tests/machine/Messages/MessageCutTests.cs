using System.Text;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.Time;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;

namespace Nf.Tests.Machine.Messages;

/// <summary>A power cut at every write while a message is made, and while a month is exported: one whole file each, nothing lost.</summary>
[TestClass]
public sealed class MessageCutTests
{
    private const string File = "Z0001.P7B";
    private const string Folder = "1234567890-2026-11";

    [TestMethod]
    public void Every_write_torn_while_a_message_is_made()
    {
        var writes = new List<(long Write, StoreWrite Store, int Size)>();
        var plain = Closed();
        plain.Register.Power.Watch = (store, size) => writes.Add((plain.Register.Power.Writes - 1, store, size));
        plain.Certify();
        plain.MakeMessages();
        plain.Register.Power.Watch = null;
        var good = Fiscal(plain);
        Assert.IsGreaterThan(10, writes.Count);
        foreach (var (write, _, size) in writes)
            foreach (var bytes in new[] { 0, 1, size / 2, size }.Distinct())
            {
                var online = Closed();
                online.Register.Power.CutAt(write, bytes);
                Assert.ThrowsExactly<PowerCutException>(() =>
                {
                    online.Certify();
                    online.MakeMessages();
                });
                var named = $"write {write} of {writes.Count}, {bytes} bytes";
                Assert.AreEqual(FiscalError.None, online.PowerOn(), named);
                online.Certify();
                online.MakeMessages();
                Assert.AreEqual(good, Fiscal(online), named);
                Assert.AreEqual(-1, online.Register.Card.Length("Z0001.P71"), named);
                Assert.AreEqual(1, online.Reporting.Outbox.HighestMade, named);
                Assert.AreEqual(1, online.Reporting.Outbox.FirstUnsent, named);
                Assert.AreEqual(-1, online.Reporting.Events.Slots.Next(1, Nf.Firmware.Online.EventKind.None, -1), named);
            }
    }

    [TestMethod]
    public void Every_write_torn_while_a_month_is_exported()
    {
        var writes = new List<(long Write, StoreWrite Store, int Size)>();
        var plain = Closed();
        plain.Certify();
        plain.MakeMessages();
        plain.Register.Power.Watch = (store, size) => writes.Add((plain.Register.Power.Writes - 1, store, size));
        plain.Register.Do(128, "A\t11-26\t");
        plain.Register.Power.Watch = null;
        writes.RemoveAll(w => w.Store is not (StoreWrite.Drive or StoreWrite.ModuleMemory));
        Assert.IsGreaterThan(5, writes.Count);
        foreach (var (write, _, size) in writes)
            foreach (var bytes in new[] { 0, 1, size / 2, size }.Distinct())
            {
                var online = Closed();
                online.Certify();
                online.MakeMessages();
                online.Register.Power.CutAt(write, bytes);
                Assert.ThrowsExactly<PowerCutException>(() => online.Register.Host.SendData(128, "A\t11-26\t"));
                var named = $"write {write}, {bytes} bytes";
                Assert.AreEqual(FiscalError.None, online.PowerOn(), named);
                var drive = online.Register.Drive();
                var whole = drive.Names.Contains($"{Folder}/Perioada_raportare.p7b");
                if (!whole) online.Register.Do(128, "A\t11-26\t");
                CollectionAssert.AreEqual(new[] { $"{Folder}/1234567890_Z0001.p7b", $"{Folder}/Perioada_raportare.p7b" }, drive.Names.ToArray(), named);
                CollectionAssert.AreEqual(online.File(File), drive.Bytes($"{Folder}/1234567890_Z0001.p7b"), named);
                var message = Encoding.UTF8.GetString(MessageMakerTests.Content(drive.Bytes($"{Folder}/Perioada_raportare.p7b")));
                var stamp = CivilTime.ToDateTime(online.Reporting.Outbox.RegisterMessageMoment).ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);
                StringAssert.Contains(message, $"idM=\"1234567890{stamp}\"", named);
            }
    }

    // A closed day with an outage, whose message is not begun.
    private static OnlineRegister Closed()
    {
        var online = new OnlineRegister(certified: false);
        online.Register.At(9, 15).Receipt("12.10");
        var at = CivilTime.FromDateTime(new DateTime(2026, 11, 16, 10, 0, 0));
        online.Reporting.Events.NetworkLost(at);
        online.Register.Receipt("5.00");
        online.Reporting.Events.NetworkBack(at + 600);
        online.Register.At(22, 0).CloseDay();
        return online;
    }

    // The message without its own moment, which is another after each cut that came before it was decided.
    private static string Fiscal(OnlineRegister online)
    {
        var message = Encoding.UTF8.GetString(MessageMakerTests.Content(online.File(File)));
        return message[message.IndexOf("<bon", StringComparison.Ordinal)..];
    }
}
