using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Messages;

/// <summary>The outbox's cell across versions of the firmware: an older, shorter one is read, and grows when it is next written.</summary>
[TestClass]
public sealed class OutboxTests
{
    private const int Address = 0x0A000;
    private const int FormerLength = 14;
    private const long Filed = 848_000_000;

    [TestMethod]
    public void A_cell_of_the_firmware_before_is_believed_and_grows()
    {
        var online = TwoDays();
        Former(online, lastConfirmed: 1);
        Assert.AreEqual(FiscalError.None, online.PowerOn());
        var outbox = online.Reporting.Outbox;
        Assert.AreEqual(1, outbox.LastConfirmed, "no confirmed day is sent again");
        Assert.AreEqual(2, outbox.HighestMade);
        Assert.AreEqual(1, outbox.LastExported);
        Assert.AreEqual(Filed, outbox.RegisterMessageMoment, "the code that unblocks is still known");
        Assert.AreEqual(1, outbox.RegisterMessageFirst);
        Assert.AreEqual(1, outbox.RegisterMessageLast);
        Assert.AreEqual(0, outbox.LastConfirmedAt, "what the older one did not keep");
        Assert.AreEqual(FiscalError.None, outbox.Confirm(2, Filed + 5));
        Assert.AreEqual(FiscalError.None, online.PowerOn());
        Assert.AreEqual(2, online.Reporting.Outbox.LastConfirmed);
        Assert.AreEqual(Filed + 5, online.Reporting.Outbox.LastConfirmedAt);
        Assert.AreEqual(Filed, online.Reporting.Outbox.RegisterMessageMoment);
    }

    [TestMethod]
    public void A_cell_that_is_neither_makes_days_unsent_again()
    {
        var online = TwoDays();
        Assert.AreEqual(FiscalError.None, online.Reporting.Outbox.Confirm(1, Filed));
        Assert.AreEqual(FiscalError.None, online.Reporting.Cells.Write(Address, new byte[FormerLength - 2], FormerLength - 2));
        Assert.AreEqual(FiscalError.None, online.PowerOn());
        Assert.AreEqual(0, online.Reporting.Outbox.LastConfirmed);
        Assert.AreEqual(0, online.Reporting.Outbox.RegisterMessageMoment);
    }

    [TestMethod]
    public void A_cell_ahead_of_the_fiscal_memory_is_not_believed()
    {
        var online = TwoDays();
        Former(online, lastConfirmed: 3);
        Assert.AreEqual(FiscalError.None, online.PowerOn());
        Assert.AreEqual(0, online.Reporting.Outbox.LastConfirmed);
    }

    private static OnlineRegister TwoDays()
    {
        var online = new OnlineRegister();
        for (var day = 0; day < 2; day++)
        {
            online.Register.Do(69, "Z\t");
            online.MakeMessages();
        }

        return online;
    }

    // As the outbox wrote it before it kept the moment of the last confirmation.
    private static void Former(OnlineRegister online, int lastConfirmed)
    {
        var cell = new byte[FormerLength];
        var writer = new ByteWriter(cell);
        writer.U16(lastConfirmed);
        writer.U16(2);
        writer.U16(1);
        writer.U32(Filed);
        writer.U16(1);
        writer.U16(1);
        Assert.AreEqual(FiscalError.None, online.Reporting.Cells.Write(Address, cell, FormerLength));
    }
}
