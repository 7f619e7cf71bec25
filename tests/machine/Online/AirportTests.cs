using System.Xml.Linq;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Offline;
using Nf.Emulator.Anaf.Schemas;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Messages;
using Nf.Tests.Machine.Register;

namespace Nf.Tests.Machine.Online;

/// <summary>The register of an airport shop, from its profile to ANAF's confirmation, and the offline way.</summary>
[TestClass]
public sealed class AirportTests
{
    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.4")]
    [Article("OPANAF 146/2018 anexa nr. 3")]
    public void Its_day_goes_to_its_own_address_with_the_flights_and_is_taken_over()
    {
        using var online = OnlineRegister.Provisioned(airport: true);
        Sell(online, "RO361");
        Sell(online, "LH 1655 ș");
        online.Register.Refused(FiscalError.TravellerMissing, 48, "1\t0001\t1\t\t\t");
        online.Register.Do(69, "Z\t");
        online.Settle();
        Assert.AreEqual(FiscalError.None, online.Register.Register.OnlineError);
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
        var message = online.Desk.Messages.List().Single();
        Assert.AreEqual("/aeroport", message.Path);
        Assert.AreEqual(0, message.Code);
        Assert.IsNotEmpty(message.Checks);
        Assert.IsTrue(message.Checks.All(check => check.Result == CheckResult.Right), string.Join('\n', message.Checks));
        var document = AnafSchemas.Read(new MemoryStream(online.Desk.Messages.Content(message.Id)!));
        Assert.IsEmpty(document.Problems, string.Join('\n', document.Problems));
        CollectionAssert.AreEqual(new[] { "RO361", "LH 1655 ș" }, Receipts(document).Select(receipt => receipt.Attribute("nrC")!.Value).ToArray());
        Assert.AreEqual("620.00", document.Root!.Elements().Last().Attribute("totB")!.Value);
    }

    [TestMethod]
    public void Its_receipts_say_EXPORT_and_whose_they_are()
    {
        using var online = OnlineRegister.Provisioned(airport: true);
        Sell(online, "RO361");
        var receipt = string.Join('\n', online.Register.LastDocument());
        foreach (var word in new[] { "EXPORT", "RO361", "Ionescu Maria", "051234567" }) Assert.Contains(word, receipt);
    }

    [TestMethod]
    public void A_configuration_without_its_address_is_refused()
    {
        using var online = OnlineRegister.New(airport: true);
        online.Import(OnlineRegister.AnafFile);
        online.Import(OnlineRegister.OwnFile);
        online.Put(OnlineRegister.Profile with { CertANAF = online.AnafCertificates() });
        online.Refused(FiscalError.ConfigurationIncomplete, OnlineRegister.ConfigurationFile);
        Assert.AreEqual(0, online.Register.Register.Configuration.Profile);
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.12")]
    public void Its_month_for_declaration_A4200_is_one_of_an_airport_shop()
    {
        using var online = OnlineRegister.Provisioned(airport: true);
        online.Internet.Down = true;
        Sell(online, "RO361");
        online.Register.Do(69, "Z\t");
        online.Settle();
        var opis = AnafSchemas.Read(new MemoryStream(MessageMakerTests.Content(online.Export("11-26")[A4200Check.RegisterFile])));
        Assert.AreEqual("A", opis.Root!.Attribute("tip_amef")!.Value);
    }

    private static IEnumerable<XElement> Receipts(AnafDocument document) => document.Root!.Elements().Where(element => element.Name.LocalName == "bon");

    private static void Sell(OnlineRegister online, string flight)
    {
        online.Register.Do(48, $"1\t0001\t1\t\t\t{flight}\t\tIonescu Maria\tPașaport 051234567\t");
        online.Register.Do(49, "Parfum 50 ml\t4\t310\t1\t\t\t1\tBUC\t");
        online.Register.Do(53, "1\t\t");
        online.Register.Close();
    }
}
