using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;

namespace Nf.Tests.Machine.Reports;

/// <summary>94 and 95: the fiscal memory's periodic reports, detailed and summary (norms, art. 33 C c).</summary>
[TestClass]
public sealed class PeriodicReportTests
{
    [TestMethod, Article("HG 479/2003, norme art. 33 C c)")]
    public void Under_the_header_stand_start_of_operation_and_period()
    {
        var report = ReportRegister.WithDays().Report(95, "0\t1\t3\t");
        report.HasInOrder("MAGAZIN DEMO SRL", "CIF: RO99999991", "AMEF FISCALIZAT 16-11-2026 07:00", "DE LA RAP.Z: 0001/16-11-2026",
            "LA RAP.Z: 0003/18-11-2026", "RAPORT MEMORIE FISCALĂ SUMAR", "BON NEFISCAL");
    }

    [TestMethod, Article("HG 479/2003, norme art. 33 C c)")]
    public void Sums_over_a_change_of_rates_are_by_level()
    {
        var report = ReportRegister.WithDays().Report(95, "0\t1\t3\t");
        report.HasInOrder("RAPOARTE Z 3", "NUMĂR BONURI FISCALE 4", "VAL. TOTALĂ VÂNZĂRI 251.20", "TOTAL TVA 34.20", "TOTAL 22% 12.20", "TVA 22% 2.20",
            "TOTAL 21% 121.00", "TVA 21% 21.00", "TOTAL 11% 111.00", "TVA 11% 11.00", "TOTAL SCUTIT TVA 7.00", "ALTE TAXE 0.00",
            "BONURI CU COD CUMPĂRĂTOR 1", "VALOARE 111.00", "TVA 11.00");
    }

    [TestMethod, Article("HG 479/2003, norme art. 33 C c)")]
    public void A_detailed_report_shows_every_record_and_adds_up_to_the_same()
    {
        var register = ReportRegister.WithDays();
        var detailed = register.Report(95, "1\t\t\t");
        detailed.HasInOrder("JURNAL ELECTRONIC NR. 1", "ANTET NR. 1", "COTE TVA NR. 1", "A - 21%", "E - SCUTIT TVA", "FISCALIZARE NR. 1", "SERIA FISCALĂ: 1234567890",
            "Z NR: 0001", "VAL. TOTALĂ VÂNZĂRI 121.00", "[SHA-256]", "Z NR: 0002", "COTE TVA NR. 2", "A - 22%", "Z NR: 0003");
        var digest = ClosureTests.Hash(register, 2);
        detailed.HasInOrder("Z NR: 0002", digest[..32], digest[32..]);
        var summary = register.Report(95, "0\t\t\t");
        var from = Array.IndexOf(summary, "TOTAL PERIOADĂ");
        CollectionAssert.AreEqual(summary[from..], detailed[Array.IndexOf(detailed, "TOTAL PERIOADĂ")..]);
    }

    [TestMethod]
    [DataRow("16-11-26", "16-11-26", "1", "0001")]
    [DataRow("17-11-26", "18-11-26", "2", "0002")]
    [DataRow("", "17-11-26", "2", "0001")]
    [DataRow("18-11-26", "", "1", "0003")]
    public void Dates_choose_the_Z_reports_dated_so(string from, string to, string count, string first)
    {
        var report = ReportRegister.WithDays().Report(94, $"0\t{from}\t{to}\t");
        report.Has($"RAPOARTE Z {count}");
        Assert.Contains(line => line.StartsWith($"DE LA RAP.Z: {first}/", StringComparison.Ordinal), report);
    }

    [TestMethod]
    [DataRow(94, "0\t01-01-26\t15-11-26\t", FiscalError.NoRecords)]
    [DataRow(94, "0\t01-01-30\t\t", -112203)]
    [DataRow(94, "0\t01-01-30\t02-01-30\t", FiscalError.NoRecords)]
    [DataRow(94, "0\t32-01-26\t\t", -112102)]
    [DataRow(95, "0\t4\t9\t", FiscalError.NoRecords)]
    [DataRow(95, "0\t2\t1\t", -112203)]
    [DataRow(95, "7\t1\t1\t", -112101)]
    [DataRow(95, "\t1\t1\t", -112101)]
    [DataRow(95, "T\t1\t1\t", -112204)]
    [DataRow(95, "M\t1\t1\t1\t", -112204)]
    public void What_names_no_records_is_refused_and_prints_nothing(int command, string data, int error)
    {
        var register = ReportRegister.WithDays();
        var lines = register.Paper.Length;
        register.Refused((FiscalError)error, command, data);
        register.Machine.RunToRest();
        Assert.AreEqual(lines, register.Paper.Length);
    }

    [TestMethod, Article("HG 479/2003, norme art. 33 C e)"), Article("HG 479/2003, norme art. 33 C f)")]
    public void Reports_of_events_list_what_was_programmed()
    {
        var register = ReportRegister.WithDays();
        register.Report(95, "V\t").HasInOrder("SCHIMBĂRI COTE TVA", "COTE TVA NR. 1", "16-11-2026 07:00:02 Z:0000", "A - 21%", "COTE TVA NR. 2", "A - 22%",
            "ÎNREGISTRĂRI 2", "BON NEFISCAL");
        register.Report(95, "M\t").HasInOrder("INIȚIALIZĂRI JURNAL ELECTRONIC", "JURNAL ELECTRONIC NR. 1", "MEDIUL NR: 01", "ÎNREGISTRĂRI 1", "BON NEFISCAL");
        register.Report(95, "H\t").HasInOrder("SCHIMBĂRI ANTET", "ANTET NR. 1", "MAGAZIN DEMO SRL", "ÎNREGISTRĂRI 1", "BON NEFISCAL");
        register.Report(95, "R\t").HasInOrder("RESETĂRI RAM", "ÎNREGISTRĂRI 0", "BON NEFISCAL");
    }

    [TestMethod]
    public void A_report_is_no_part_of_the_day()
    {
        var register = ReportRegister.WithDays();
        var journal = register.Journal(4);
        register.Report(95, "1\t\t\t");
        Assert.AreEqual(journal, register.Journal(4));
    }

    [TestMethod]
    public void An_open_receipt_keeps_reports_out()
    {
        var register = ReportRegister.WithDays();
        register.Open();
        register.Refused(FiscalError.FiscalReceiptOpen, 94, "0\t\t\t");
        register.Refused(FiscalError.FiscalReceiptOpen, 95, "0\t\t\t1\t");
    }
}
