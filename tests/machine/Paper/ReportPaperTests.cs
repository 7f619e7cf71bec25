using System.Globalization;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.Service;
using Version = Nf.Firmware.Version;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Paper;

/// <summary>The reports of the reporting mode on paper.</summary>
[TestClass]
public sealed class ReportPaperTests
{
    [TestMethod]
    [DataRow("report-summary-by-number", 95, "0\t1\t2\t")]
    [DataRow("report-summary-by-date", 94, "0\t16-11-26\t17-11-26\t")]
    [DataRow("report-detailed-by-number", 95, "1\t1\t2\t")]
    [DataRow("report-detailed-by-date", 94, "1\t16-11-26\t17-11-26\t")]
    [DataRow("report-vat", 95, "V\t")]
    [DataRow("report-journal-by-number", 95, "J\t2\t2\t")]
    [DataRow("report-journal-by-date", 94, "J\t16-11-26\t18-11-26\t")]
    [DataRow("report-open-day", 69, "J\t")]
    [DataRow("report-document", 125, "3\t1\t10001\t")]
    [DataRow("report-document-z", 125, "3\t2\t2\t")]
    [DataRow("report-diagnostics", 71, "0\t")]
    [DataRow("report-diagnostics-card", 71, "6\t")]
    public void A_report(string name, int command, string data)
    {
        foreach (var columns in GoldenPaper.Widths)
        {
            var register = WithDays(columns);
            register.Print(command, data);
            GoldenPaper.Check(name, register);
        }
    }

    [TestMethod]
    [EachWidth]
    public void A_change_of_the_header(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        On(register, 17, 8);
        register.InService().Do(43, "W\t2\tSTR. EXEMPLULUI NR. 0 BIS\t");
        register.Do(43, "W\t");
        register.Do(149, "0\t");
        On(register, 18, 10);
        register.Print(95, "H\t");
        GoldenPaper.Check("report-headers", register);
    }

    [TestMethod]
    public void The_programs_date_on_paper_is_the_one_that_hosts_read()
    {
        var host = DateTime.ParseExact(Version.Date + Version.Time, "ddMMMyyHHmm", CultureInfo.InvariantCulture);
        Assert.AreEqual(host.ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture), Version.PaperMoment);
    }

    [TestMethod]
    [EachWidth]
    public void A_day_whose_file_is_on_an_earlier_card(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        On(register, 16, 9);
        register.Receipt("121.00");
        register.CloseDay();
        register.Card.Exchange(new MemoryCard(register.Power));
        Assert.AreEqual(FiscalError.None, register.Register.ChangeJournalMedium());
        On(register, 17, 9);
        register.Print(95, "J\t1\t1\t");
        GoldenPaper.Check("report-journal-missing-day", register);
    }

    [TestMethod]
    [EachWidth]
    public void The_fiscal_memory_of_one_who_is_not_registered_for_VAT(int columns)
    {
        var register = TestRegister.Fiscalised(ReceiptPaperTests.NotRegistered, columns);
        On(register, 16, 9);
        register.Receipt("40", Exempt);
        On(register, 16, 21);
        register.CloseDay();
        register.Print(95, "1\t1\t1\t");
        GoldenPaper.Check("report-detailed-not-registered", register);
    }

    private static TestRegister WithDays(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        On(register, 16, 9);
        register.Receipt("121.00");
        On(register, 16, 21);
        register.CloseDay();
        var groups = DemoShop.Order().Groups;
        groups.Set(0, VatGroupKind.Rate, 2200);
        On(register, 17, 8);
        Assert.AreEqual(FiscalError.None, register.Register.ChangeVatGroups(groups));
        register.Do(48, "1\t0001\t1\tI\tRO99999991\t");
        register.Sell("12.20");
        register.PayAndClose();
        On(register, 17, 21);
        register.CloseDay();
        On(register, 18, 9);
        register.Receipt("2.00", Exempt);
        On(register, 18, 10);
        return register;
    }

    private static void On(TestRegister register, int day, int hour)
    {
        register.Machine.RunToRest();
        register.Civil.Set(new DateTime(2026, 11, day, hour, 0, 0));
    }
}
