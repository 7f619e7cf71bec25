using System.Security.Cryptography.Pkcs;
using System.Text;
using Nf.Emulator.Anaf.Schemas;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;

namespace Nf.Tests.Machine.Messages;

/// <summary>After a Z the day's signed message is on the card, whatever happens meanwhile.</summary>
[TestClass]
public sealed class MessageMakerTests
{
    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 2")]
    public void After_the_Z_the_signed_message_is_on_the_card()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(22, 0).CloseDay();
        online.MakeMessages();
        var message = Content(online.File("Z0001.P7B"));
        Assert.IsEmpty(AnafSchemas.Read(new MemoryStream(message)).Problems);
        StringAssert.Contains(Encoding.UTF8.GetString(message), "totB=\"12.10\"");
        Assert.AreEqual(1, online.Reporting.Outbox.HighestMade);
        Assert.IsTrue(online.Reporting.Outbox.HasUnsent);
        Assert.AreEqual(1, online.Reporting.Outbox.FirstUnsent);
        Assert.AreEqual(online.File("Z0001.P7B").Length, online.Reporting.Outbox.OpenSource(1).Length);
        Assert.AreEqual(FiscalError.None, online.Reporting.Outbox.Confirm(1, 1));
        Assert.IsFalse(online.Reporting.Outbox.HasUnsent);
        online.PowerOn();
        Assert.IsFalse(online.Reporting.Outbox.HasUnsent);
    }

    [TestMethod]
    public void Selling_goes_on_while_a_message_is_signed()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(22, 0).CloseDay();
        online.Register.Receipt("1.00");
        online.MakeMessages();
        Content(online.File("Z0001.P7B"));
    }

    [TestMethod]
    public void Days_before_the_certificate_came_are_made_when_it_comes()
    {
        var online = new OnlineRegister(certified: false);
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(22, 0).CloseDay();
        online.Register.At(23, 0).CloseDay();
        Assert.AreEqual(-1, online.Register.Card.Length("Z0001.P7B"));
        online.Certify();
        online.MakeMessages();
        Content(online.File("Z0001.P7B"));
        Content(online.File("Z0002.P7B"));
    }

    [TestMethod]
    public void A_lost_module_memory_makes_days_unsent_again_and_keeps_whole_files()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(22, 0).CloseDay();
        online.MakeMessages();
        online.Reporting.Outbox.Confirm(1, 1);
        var file = online.File("Z0001.P7B");
        online.Register.LoseModuleMemory();
        online.PowerOn();
        Assert.AreEqual(1, online.Reporting.Outbox.FirstUnsent);
        online.Certify();
        online.MakeMessages();
        CollectionAssert.AreEqual(file, online.File("Z0001.P7B"));
    }

    [TestMethod]
    public void A_card_with_days_that_are_not_settled_is_not_changed()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(22, 0).CloseDay();
        online.MakeMessages();
        Assert.AreEqual(FiscalError.MessagesPending, online.Register.Register.ChangeJournalMedium());
        online.Reporting.Outbox.Confirm(1, 1);
        Assert.AreEqual(FiscalError.JournalNotEmpty, online.Register.Register.ChangeJournalMedium());
    }

    /// <summary>The content of a signed file, whose signature holds.</summary>
    internal static byte[] Content(byte[] file)
    {
        var cms = new SignedCms();
        cms.Decode(file);
        cms.CheckSignature(verifySignatureOnly: true);
        return cms.ContentInfo.Content;
    }
}
