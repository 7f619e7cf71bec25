using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Programming;

/// <summary>Reports of articles, departments, groups and operators on paper; names and variables.</summary>
[TestClass]
public sealed class ShopReportTests
{
    private readonly TestRegister _register = TestRegister.Fiscalised();

    [TestMethod]
    public void Reports_show_what_was_sold_and_stay_out_of_the_journal()
    {
        _register.Do(255, "OperName\t0\tAna Pop\t");
        _register.Do(255, "Dept_name\t4\tCafea și ceai\t");
        _register.Do(107, "P\t1\tA\t5\t8\t0\t10.00\t\t20\t5941234567899\t\t\t\tCafea măcinată\t0\t");
        Sell(2);
        var journal = _register.Journal(1);
        Assert.AreEqual("01 Ana Pop\n  BONURI FISCALE: 1 20.00\n----\nBON NEFISCAL", Printed(105, "1\t30\t\t"));
        Assert.AreEqual("05 Cafea și ceai\n  VÂNZĂRI: 1 20.00\n----\nNUMĂR VÂNZĂRI 1\nTOTAL 20.00\n----\nBON NEFISCAL", Printed(88, ""));
        Assert.AreEqual(Printed(69, "D\t"), Printed(88, ""));
        Assert.AreEqual("08\n  VÂNZĂRI: 1 20.00\n----\nNUMĂR VÂNZĂRI 1\nTOTAL 20.00\n----\nBON NEFISCAL", Printed(69, "G\t"));
        Assert.AreEqual("0001 Cafea măcinată\n  2 BUC TVA A 20.00\n----\nTOTAL 20.00\n----\nBON NEFISCAL", Printed(111, "0\t\t\t"));
        Assert.AreEqual("0001 Cafea măcinată 20.00\n----\nTOTAL 20.00\n----\nBON NEFISCAL", Printed(111, "1\t\t\t"));
        Assert.AreEqual("0001 Cafea măcinată\n  TVA A DEP 5 GRP 8 FIX 10.00/BUC\n  COD 5941234567899\n----\nBON NEFISCAL", Printed(111, "4\t\t\t"));
        Assert.AreEqual("0001 Cafea măcinată 18 BUC\n----\nBON NEFISCAL", Printed(111, "5\t\t\t"));
        Assert.AreEqual(journal, _register.Journal(1), "reports are not of the registration mode (norms, art. 63)");
    }

    [TestMethod]
    public void The_day_begins_anew_with_the_Z_and_articles_with_their_report()
    {
        _register.Do(107, "P\t1\tA\t5\t8\t0\t10.00\t\t\t\t\t\t\tCafea\t0\t");
        Sell(2);
        _register.Do(69, "Z\t");
        _register.Machine.RunToRest();
        Assert.AreEqual("0|0.00|", string.Join('|', _register.Do(88, "5\t").Fields));
        Assert.AreEqual("0", _register.Do(112, "1\t").Fields[0]);
        Assert.AreEqual("20.00", _register.Do(107, "R\t1\t").Fields[6]);
        Sell(1);
        Assert.AreEqual("1|10.00|", string.Join('|', _register.Do(88, "5\t").Fields));
        _register.Do(255, "EcrPluDailyClearing\t\t1\t");
        Assert.AreEqual("30.00", _register.Do(107, "R\t1\t").Fields[6]);
        _register.Do(69, "Z\t");
        _register.Machine.RunToRest();
        Assert.AreEqual("0.00", _register.Do(107, "R\t1\t").Fields[6]);
        _register.Do(255, "EcrPluDailyClearing\t\t0\t");
        Assert.AreEqual("0.00", _register.Do(107, "R\t1\t").Fields[6], "what is over does not come back");
        Sell(1);
        _register.Do(105, "1\t30\t1\t");
        _register.Machine.RunToRest();
        Assert.AreEqual("0", _register.Do(112, "1\t").Fields[0]);
    }

    [TestMethod]
    public void A_long_report_comes_in_pages_and_clears_every_article_on_them()
    {
        for (var number = 1; number <= 90; number++) _register.Do(107, ArticleTests.Programmed(number, ""));
        for (var number = 1; number <= 90; number++) Sell(1, number);
        var before = _register.Paper.Length;
        _register.Do(111, "3\t\t\t");
        _register.Machine.RunToRest();
        var printed = _register.Paper[before..];
        Assert.AreEqual(3, printed.Count(line => line.Contains("RAPORT ARTICOLE CU ȘTERGERE", StringComparison.Ordinal)));
        Assert.AreEqual(90, printed.Count(line => line.Contains("Articol ", StringComparison.Ordinal)));
        Assert.AreEqual(1, printed.Count(line => line.StartsWith("TOTAL", StringComparison.Ordinal) && line.EndsWith("90.90", StringComparison.Ordinal)));
        _register.Refused(FiscalError.NoMoreData, 107, "f\t");
    }

    [TestMethod]
    [DataRow("Dept_name", 98, 72)]
    [DataRow("ItemGroups_name", 98, 32)]
    [DataRow("OperName", 29, 32)]
    [DataRow("Unit_name", 19, 6)]
    [DataRow("PayNamePgmbl", 0, 16)]
    [DataRow("Footer", 9, 48)]
    public void Names_read_back_within_their_limits(string variable, int last, int length)
    {
        var name = "Ș" + new string('x', length - 1);
        _register.Do(255, $"{variable}\t{last}\t{name}\t");
        Assert.AreEqual(name, _register.Do(255, $"{variable}\t{last}\t\t").Fields[0]);
        _register.Refused(FiscalError.NameTooLong, 255, $"{variable}\t{last}\t{name}x\t");
        if (last < 98) _register.Refused((FiscalError)(-112202), 255, $"{variable}\t{last + 1}\tx\t");
        _register.Do(255, $"{variable}\t{last}\t  \t");
        Assert.AreEqual(variable.Equals("Unit_name", StringComparison.Ordinal) ? "BUC" : "", _register.Do(255, $"{variable}\t{last}\t\t").Fields[0]);
    }

    [TestMethod]
    public void Footer_and_the_named_payment_stand_on_receipts()
    {
        _register.Do(255, "Footer\t0\tVă mulțumim!\t");
        _register.Do(255, "Footer\t2\tReveniți\t");
        _register.Do(255, "PayNamePgmbl\t0\tCUPON\t");
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(49, "Cafea\t1\t5.00\t1.000\t\t\t0\tBUC\t");
        _register.Do(53, "8\t\t");
        _register.Do(56);
        _register.Machine.RunToRest();
        var lines = _register.Paper.Select(Shortened).Select(line => line.Trim()).ToList();
        CollectionAssert.Contains(lines, "CUPON 5.00");
        Assert.AreEqual(lines.IndexOf("Vă mulțumim!") + 2, lines.IndexOf("Reveniți"));
        Assert.IsGreaterThan(lines.IndexOf("Reveniți"), lines.IndexOf("BON FISCAL"));
        StringAssert.Contains(_register.Journal(1), "Vă mulțumim!");
    }

    [TestMethod]
    public void State_can_be_read_and_not_written()
    {
        _register.SellSomething();
        Assert.AreEqual("1", Variable("Fiscalized"));
        Assert.AreEqual("1", Variable("nFBonDailyCount"));
        Assert.AreEqual("1", Variable("DFR_needed"));
        Assert.AreEqual("0", Variable("nZreport"));
        Assert.AreEqual($"{Nf.Emulator.Machine.Hardware.PaperColumns}", Variable("PrintColumns"));
        Assert.AreEqual("21.00", _register.Do(255, "valVat\t0\t\t").Fields[0]);
        Assert.AreEqual("MAGAZIN DEMO SRL", _register.Do(255, "Header\t0\t\t").Fields[0]);
        _register.Refused(FiscalError.VariableReadOnly, 255, "nZreport\t\t7\t");
        _register.Refused(FiscalError.VariableReadOnly, 255, "FMnumber\t\t7\t");
        _register.Refused(FiscalError.VariableAbsent, 255, "BthName\t\t\t");
        _register.Refused(FiscalError.VariableAbsent, 255, "LogoPrint\t\t1\t");
        _register.Do(255, "LogoPrint\t\t0\t");
        _register.Refused((FiscalError)(-112201), 255, "NoSuchThing\t\t\t");
    }

    private string Variable(string name) => _register.Do(255, name + "\t\t\t").Fields[0];

    private void Sell(int quantity, int article = 1)
    {
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(58, $"{article}\t{quantity}\t\t\t\t");
        _register.Do(53, "0\t\t");
        _register.Do(56);
        _register.Machine.RunToRest();
    }

    // The lines below the moment, with runs of spaces and dashes shortened.
    private string Printed(int command, string data)
    {
        var before = _register.Paper.Length;
        _register.Do(command, data);
        _register.Machine.RunToRest();
        var lines = _register.Paper[before..].SkipWhile(line => !line.StartsWith("DATA", StringComparison.Ordinal)).Skip(2)
            .Where(line => line.Trim().Length > 0 && !line.Contains('✂', StringComparison.Ordinal)).Select(Shortened);
        return string.Join('\n', lines);
    }

    private static string Shortened(string line)
    {
        if (line.StartsWith("----", StringComparison.Ordinal)) return "----";
        var indent = line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("   ", StringComparison.Ordinal) ? "  " : "";
        return indent + string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
