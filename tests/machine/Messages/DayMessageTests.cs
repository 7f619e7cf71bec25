using System.Globalization;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Messages;
using Nf.Firmware.Online;
using Nf.Firmware.Time;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Messages.MessageSteps;

namespace Nf.Tests.Machine.Messages;

/// <summary>A day as ANAF is told of it: every element, and to the ban what the Z has on paper (OPANAF 146/2018, annex 2).</summary>
[TestClass]
public sealed class DayMessageTests
{
    /// <summary>A second receipt that the closure does not know of.</summary>
    private static readonly byte[] Second = "20261116100000;2;100;17;A:2100:100:17\nT\n"u8.ToArray();

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 3 (1) a)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 3 (1) b)")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.3")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.7")]
    public void A_day_with_everything()
    {
        var register = TestRegister.Fiscalised();
        register.Register.SetForeignCurrency("EUR", 497050);
        register.At(8, 0).Print(70, "0\t300\t");
        Everything(register.At(9, 15));
        register.LoseWorkingMemory();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Register.SetForeignCurrency("EUR", 497050);
        register.At(15, 30).Receipt("21.80", ReceiptSteps.Reduced9);
        register.Print(70, "1\t100\t");
        var z = register.At(22, 0).CloseDay();
        var events = NoEvents();
        Outage(events, EventKind.Power, "16.11.2026 12:00:00", "16.11.2026 12:20:10", 0);
        Outage(events, EventKind.Network, "16.11.2026 08:30:00", "16.11.2026 10:00:00", 2);
        var message = register.Message(1, events);
        GoldenMessage.Check("day", message);
        SameAsOnPaper(z, message);
        Assert.AreEqual(message, register.Message(1, events), "the same bytes each time");
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.4")]
    public void A_day_of_an_airport_shop_has_flight_numbers()
    {
        var register = TestRegister.Fiscalised(order => order.Identity.Type = RegisterType.Airport).At(9, 15);
        foreach (var flight in new[] { "RO361", "A&B<\"ș!;" })
        {
            register.Do(48, $"1\t0001\t1\t\t\t{flight}\t\tIonescu Maria\tPașaport 051234567\t");
            register.Do(49, "Parfum 50 ml\t4\t310\t1\t\t\t1\tBUC\t");
            register.Do(53, "1\t\t");
            register.Close();
        }

        register.At(22, 0).CloseDay();
        GoldenMessage.Check("day-airport", register.Message(1));
        Assert.AreEqual("RO361", Root(register.Message(1)).Elements().First().Attribute("nrC")!.Value);
    }

    [TestMethod]
    public void A_day_of_one_who_is_not_registered_for_VAT()
    {
        var register = TestRegister.Fiscalised(ReceiptPaperTests.NotRegistered).At(9, 15).Open();
        register.Sell("40", group: 5);
        register.Sell("2", group: 6);
        register.PayAndClose();
        register.At(22, 0).CloseDay();
        GoldenMessage.Check("day-not-registered", register.Message(1));
    }

    [TestMethod]
    public void A_day_without_receipts_has_no_payments()
    {
        var register = TestRegister.Fiscalised().At(22, 0);
        register.CloseDay();
        GoldenMessage.Check("day-zero", register.Message(1));
    }

    [TestMethod]
    public void Rates_with_a_fraction_are_told_in_whole_percents()
    {
        var register = TestRegister.Fiscalised(order => order.Groups.Set(2, Nf.Firmware.Day.VatGroupKind.Rate, 1050)).At(9, 15).Open();
        register.Sell("10", group: 2);
        register.Sell("20", group: 3);
        register.PayAndClose();
        register.At(22, 0).CloseDay();
        var z = Root(register.Message(1)).Elements().Last().Elements().Where(e => e.Name.LocalName == "coteZ").Single();
        Assert.AreEqual("11 30.00 2.89", $"{z.Attribute("cota")!.Value} {z.Attribute("valOp")!.Value} {z.Attribute("tva")!.Value}");
    }

    [TestMethod]
    public void Records_that_do_not_add_up_to_the_closure_make_no_message()
    {
        var register = TestRegister.Fiscalised().At(9, 15);
        register.Receipt("10");
        register.At(22, 0).CloseDay();
        register.Card.Append("Z0001.REC", Second, 0, Second.Length);
        var message = Source(register, 1);
        var sink = new TextSink();
        while (message.Next(sink)) Assert.AreEqual(FiscalError.None, message.Error);
        Assert.AreEqual(FiscalError.JournalDamaged, message.Error);
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.12")]
    public void Empty_and_register_message()
    {
        var register = TestRegister.Fiscalised(order => order.Identity.Type = RegisterType.Airport);
        var empty = new EmptyMessage(register.Register.Identity);
        empty.Of(CivilTime.FromDateTime(new DateTime(2026, 11, 16, 22, 0, 30)));
        GoldenMessage.Check("empty", TextSink.Of(empty));
        var own = new RegisterMessage(register.Register.Identity);
        own.Of(CivilTime.FromDateTime(new DateTime(2026, 12, 1, 9, 0, 0)), 2026, 11, 1, 26);
        GoldenMessage.Check("register", TextSink.Of(own));
    }

    private static void Everything(TestRegister register)
    {
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("12.10", "1", kind: "4", value: "2.10");
        register.Sell("11.00", "3", ReceiptSteps.Reduced11);
        register.Sell("11.00", "2", ReceiptSteps.Reduced11);
        register.Sell("-11.00", "3", ReceiptSteps.Reduced11);
        register.Sell("0.50", "2", ReceiptSteps.Zero, name: "GARANTIE SGR METAL");
        register.Sell("50", group: 7, name: "Consultație");
        register.Sell("8", group: 6, name: "Taxă de turism");
        register.Sell("-1", name: "AMBALAJ REFOLOSIBIL");
        register.Do(51, "1\t0\t1\t10\t");
        register.Do(53, "1\t20\t");
        register.Do(53, "9\t20\t0\t");
        register.Close();
        register.Open().Sell("9.99", group: ReceiptSteps.Standard21);
        foreach (var (mode, paid) in new[] { (2, "1"), (3, "2"), (4, "1"), (5, "1"), (6, "1"), (8, "1"), (0, "10") }) register.Do(53, $"{mode}\t{paid}\t");
        register.Close();
        register.Open().Sell("5");
        register.Print(60, "");
    }

    // What stands on the Z under a name is in the message, to the ban.
    private static void SameAsOnPaper(string[] z, string message)
    {
        var report = Root(message).Elements().Single(e => e.Name.LocalName == "rB");
        var lei = (string name) => decimal.Parse(report.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        var paper = (string name) => decimal.Parse(z.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ')[^1], CultureInfo.InvariantCulture);
        Assert.AreEqual(paper("NUMĂR BONURI FISCALE"), lei("nrB"));
        Assert.AreEqual(paper("BONURI CU COD CUMPĂRĂTOR"), lei("nrBC"));
        Assert.AreEqual(paper("VAL. TOTALĂ VÂNZĂRI"), lei("totB"));
        Assert.AreEqual(paper("TOTAL CU COD CUMPĂRĂTOR"), lei("totBC"));
        Assert.AreEqual(paper("TVA CU COD CUMPĂRĂTOR"), lei("totTvaC"));
        Assert.AreEqual(paper("TOTAL TVA "), lei("totTva"));
        Assert.AreEqual(paper("TOTAL SCUTIT TVA"), lei("totNet"));
        Assert.AreEqual(paper("ALTE TAXE"), lei("totTaxe"));
        Assert.AreEqual(paper("REDUCERI"), lei("totR"));
        Assert.AreEqual(paper("MAJORĂRI"), lei("totM"));
        Assert.AreEqual(paper("ANULĂRI ÎN BON") + paper("BONURI ANULATE"), lei("totA"));
        Assert.AreEqual(paper("SUME SERVICIU INTRODUSE"), lei("sume_serv_in"));
        Assert.AreEqual(paper("SUME SERVICIU EXTRASE"), lei("sume_serv_out"));
        foreach (var rate in report.Elements().Where(e => e.Name.LocalName == "coteZ"))
        {
            var letter = rate.Attribute("cota")!.Value switch { "21" => 'A', "11" => 'B', "9" => 'C', _ => 'D' };
            Assert.AreEqual(paper($"TOTAL {letter} "), decimal.Parse(rate.Attribute("valOp")!.Value, CultureInfo.InvariantCulture));
            Assert.AreEqual(paper($"TVA {letter} "), decimal.Parse(rate.Attribute("tva")!.Value, CultureInfo.InvariantCulture));
        }
    }

    private static void Outage(EventSlots events, EventKind kind, string begin, string end, int receipts)
    {
        var moment = (string text) => CivilTime.FromDateTime(DateTime.ParseExact(text, "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.AreEqual(FiscalError.None, events.Add(kind, moment(begin), moment(end), receipts, false));
        var slot = events.Next(0, EventKind.None, -1);
        Assert.AreEqual(FiscalError.None, events.Take(slot, 1));
    }
}
