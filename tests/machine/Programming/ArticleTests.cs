using System.Globalization;
using Nf.Firmware.Errors;
using Nf.Firmware.Programming;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Programming;

/// <summary>Articles by host command: programmed, read, sold, changed, deleted.</summary>
[TestClass]
public sealed class ArticleTests
{
    /// <summary>Where articles, departments and their counters stand in the working memory.</summary>
    private const int Tables = 0x20000;
    private const int TablesLength = 0x60000;

    private readonly TestRegister _register = TestRegister.Fiscalised();

    [TestMethod]
    public void An_article_reads_back_as_it_was_programmed()
    {
        _register.Do(107, "P\t17\tB\t3\t5\t2\t4.50\t\t12.500\t5941234567899\t12345670\t\t0000000000017\tP\u00E2ine alb\u0103 300 g\t1\t");
        var reply = _register.Do(107, "R\t17\t");
        Assert.AreEqual("17|B|3|5|2|4.50|0.00|0.000|12.500|5941234567899|12345670||0000000000017|Pâine albă 300 g|1", Fields(reply.Fields));
        Assert.AreEqual("3000|1|36", Fields(_register.Do(107, "I\t").Fields));
    }

    [TestMethod]
    public void The_base_holds_3000_articles_and_finds_each_by_number_and_by_bar_code()
    {
        for (var number = 1; number <= ArticleTable.Count; number++) _register.Do(107, Programmed(number, BarcodeOf(number)));
        Assert.AreEqual("3000|3000|36", Fields(_register.Do(107, "I\t").Fields));
        _register.Refused(FiscalError.NoMoreData, 107, "X\t");
        var article = new Article();
        _register.Machine.RunToRest();
        _register.Do(48, "1\t0001\t1\t\t\t");
        foreach (var number in (int[])[1, 2, 1499, 2999, 3000])
        {
            _register.Do(58, $"{number}\t1\t\t\t\t");
            _register.Do(58, $"{BarcodeOf(number)}\t2\t\t\t\t");
        }

        _register.Do(53, "0\t\t");
        _register.Do(56);
        _register.Machine.RunToRest();
        foreach (var number in (int[])[1, 2, 1499, 2999, 3000])
        {
            var fields = _register.Do(107, $"R\t{number}\t").Fields;
            Assert.AreEqual("3.000", fields[7], $"article {number}");
            Assert.AreEqual("-3.000", fields[8], $"article {number}");
        }
    }

    [TestMethod]
    public void What_the_article_says_stands_on_the_receipt()
    {
        _register.Do(255, "Unit_name\t2\tKG\t");
        _register.Do(107, "P\t9\tB\t4\t7\t0\t12.30\t\t\t\t\t\t\tBrânză\t2\t");
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(58, "9\t0.500\t\t2\t10.00\t");
        _register.Do(53, "0\t\t");
        _register.Do(56);
        _register.Machine.RunToRest();
        var paper = string.Join('\n', _register.Paper);
        StringAssert.Contains(paper, "Brânză\n   0.5 KG X 12.30=");
        StringAssert.Contains(paper, "6.15 B");
        StringAssert.Contains(paper, "REDUCERE 10%");
        Assert.AreEqual("1|5.53|", Fields(_register.Do(88, "4\t").Fields));
        Assert.AreEqual("1|5.53|", Fields(_register.Do(87, "7\t").Fields));
    }

    [TestMethod]
    [DataRow(0, "", FiscalError.None)]
    [DataRow(0, "10.00", FiscalError.None)]
    [DataRow(0, "9.99", FiscalError.PriceFixed)]
    [DataRow(1, "", FiscalError.None)]
    [DataRow(1, "99.00", FiscalError.None)]
    [DataRow(2, "9.99", FiscalError.None)]
    [DataRow(2, "10.01", FiscalError.PriceAboveProgrammed)]
    public void The_type_of_price_decides_what_a_host_may_ask(int type, string price, FiscalError expected)
    {
        _register.Do(107, $"P\t1\tA\t0\t1\t{type}\t10.00\t\t\t\t\t\t\tCafea\t0\t");
        _register.Do(48, "1\t0001\t1\t\t\t");
        var reply = _register.Host.SendData(58, $"1\t1\t{price}\t\t\t");
        Assert.AreEqual((int)expected, reply.ErrorCode);
    }

    [TestMethod]
    public void A_free_price_must_come_from_somewhere()
    {
        _register.Do(107, "P\t1\tA\t0\t1\t1\t0\t\t\t\t\t\t\tCafea\t0\t");
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Refused(FiscalError.ArticleHasNoPrice, 58, "1\t1\t\t\t\t");
        _register.Refused(FiscalError.ArticleUnknown, 58, "2\t1\t\t\t\t");
        _register.Refused(FiscalError.BarcodeUnknown, 58, "5941234567899\t1\t\t\t\t");
        _register.Do(58, "1\t1\t3.00\t\t\t");
    }

    [TestMethod]
    public void A_voided_article_is_not_counted_and_one_of_the_same_name_is_not_taken_for_it()
    {
        _register.Do(107, "P\t1\tA\t1\t1\t0\t10.00\t\t5\t\t\t\t\tCafea\t0\t");
        _register.Do(107, "P\t2\tA\t1\t1\t0\t10.00\t\t5\t\t\t\t\tCafea\t0\t");
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(58, "1\t1\t\t\t\t");
        _register.Do(58, "2\t1\t\t\t\t");
        _register.Do(58, "-1\t1\t\t\t\t");
        _register.Refused(FiscalError.NoSuchLine, 58, "-1\t1\t\t\t\t");
        _register.Do(53, "0\t\t");
        _register.Do(56);
        _register.Machine.RunToRest();
        Assert.AreEqual("5.000", _register.Do(107, "R\t1\t").Fields[8]);
        Assert.AreEqual("4.000", _register.Do(107, "R\t2\t").Fields[8]);
        Assert.AreEqual("1|10.00|0|0.00|0|0.00|0|0.00|0|0.00|1|10.00", Fields(_register.Do(112, "1\t").Fields));
    }

    [TestMethod]
    public void Nothing_changes_while_a_receipt_is_open()
    {
        _register.Do(107, Programmed(1, "1"));
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Refused(FiscalError.FiscalReceiptOpen, 107, Programmed(1, "2"));
        _register.Refused(FiscalError.FiscalReceiptOpen, 107, "D\tA\t");
        _register.Refused(FiscalError.FiscalReceiptOpen, 255, "OperName\t0\tAna\t");
        _register.Refused(FiscalError.FiscalReceiptOpen, 88, "");
        _register.Do(107, "R\t1\t");
        _register.Do(60);
    }

    [TestMethod]
    public void What_was_sold_today_keeps_its_vat_group_until_the_Z_and_its_place_until_it_is_reported()
    {
        _register.Do(107, Programmed(1, "111"));
        Sell(1);
        _register.Refused(FiscalError.ZReportNeeded, 107, Programmed(1, "111").Replace("\tA\t", "\tB\t", StringComparison.Ordinal));
        _register.Do(107, Programmed(1, "111").Replace("\t1.01\t", "\t2.00\t", StringComparison.Ordinal));
        _register.Refused(FiscalError.ZReportNeeded, 107, "D\t1\t");
        _register.Do(69, "Z\t");
        _register.Machine.RunToRest();
        _register.Do(107, Programmed(1, "111").Replace("\tA\t", "\tB\t", StringComparison.Ordinal));
        _register.Refused(FiscalError.ArticleHasTurnover, 107, "D\tA\t");
        _register.Do(111, "2\t\t\t");
        _register.Machine.RunToRest();
        _register.Do(107, "D\tA\t");
        _register.Refused(FiscalError.ArticleUnknown, 107, "R\t1\t");
        Assert.AreEqual("3000|0|36", Fields(_register.Do(107, "I\t").Fields));
    }

    [TestMethod]
    public void A_bar_code_belongs_to_one_article()
    {
        _register.Do(107, Programmed(1, "5941234567899"));
        _register.Machine.RunToRest();
        var tables = _register.Fram(Tables, TablesLength);
        _register.Refused(FiscalError.BarcodeTaken, 107, Programmed(2, "5941234567899"));
        CollectionAssert.AreEqual(tables, _register.Fram(Tables, TablesLength), "a refusal writes nothing");
        _register.Do(107, Programmed(1, "5941234567899"));
        _register.Do(107, Programmed(1, "4006381333931"));
        _register.Do(107, Programmed(2, "5941234567899"));
        _register.Do(107, "D\t1\t");
        _register.Do(107, Programmed(3, "4006381333931"));
    }

    [TestMethod]
    public void Reading_goes_both_ways_over_what_is_programmed_and_over_what_was_sold()
    {
        foreach (var number in (int[])[5, 70, 1200, 3000]) _register.Do(107, Programmed(number, ""));
        Sell(70);
        Sell(3000);
        CollectionAssert.AreEqual(new[] { 5, 70, 1200, 3000 }, Walk("F", "N"));
        CollectionAssert.AreEqual(new[] { 3000, 1200, 70, 5 }, Walk("L", "N"));
        CollectionAssert.AreEqual(new[] { 70, 3000 }, Walk("f", "n"));
        CollectionAssert.AreEqual(new[] { 3000, 70 }, Walk("l", "n"));
        Assert.AreEqual("1", _register.Do(107, "X\t").Fields[0]);
        Assert.AreEqual("6", _register.Do(107, "X\t5\t").Fields[0]);
        Assert.AreEqual("2999", _register.Do(107, "x\t").Fields[0]);
    }

    [TestMethod]
    public void Stock_is_set_added_to_and_sold_from()
    {
        _register.Do(107, "P\t1\tA\t0\t1\t0\t1.01\t\t10\t\t\t\t\tLapte\t0\t");
        _register.Do(107, "P\t1\tA\t0\t1\t0\t1.01\tA\t2.500\t\t\t\t\tLapte\t0\t");
        Sell(1);
        Assert.AreEqual("11.500", _register.Do(107, "R\t1\t").Fields[8]);
        _register.Do(107, "A\t1\t4\t");
        Assert.AreEqual("4.000", _register.Do(107, "R\t1\t").Fields[8]);
    }

    [TestMethod]
    [DataRow("P\t3001\tA\t0\t1\t0\t1.00\t\t\t\t\t\t\tX\t0\t", -112202)]
    [DataRow("P\t1\tH\t0\t1\t0\t1.00\t\t\t\t\t\t\tX\t0\t", (int)FiscalError.VatGroupWrong)]
    [DataRow("P\t1\tA\t100\t1\t0\t1.00\t\t\t\t\t\t\tX\t0\t", (int)FiscalError.DepartmentWrong)]
    [DataRow("P\t1\tA\t0\t100\t0\t1.00\t\t\t\t\t\t\tX\t0\t", -112205)]
    [DataRow("P\t1\tA\t0\t1\t3\t1.00\t\t\t\t\t\t\tX\t0\t", (int)FiscalError.PriceTypeWrong)]
    [DataRow("P\t1\tA\t0\t1\t0\t0\t\t\t\t\t\t\tX\t0\t", (int)FiscalError.ArticleHasNoPrice)]
    [DataRow("P\t1\tA\t0\t1\t0\t1.00\t\t\t12345678901234\t\t\t\tX\t0\t", -112110)]
    [DataRow("P\t1\tA\t0\t1\t0\t1.00\t\t\t\t\t\t\t1234567890123456789012345678901234567\t0\t", (int)FiscalError.NameTooLong)]
    [DataRow("P\t1\tA\t0\t1\t0\t1.00\t\t\t\t\t\t\tX\t20\t", (int)FiscalError.UnitWrong)]
    [DataRow("Q\t", -112101)]
    [DataRow("A\t1\t1\t", (int)FiscalError.ArticleUnknown)]
    public void What_cannot_be_programmed_is_refused_and_changes_nothing(string data, int error)
    {
        _register.Refused((FiscalError)error, 107, data);
        Assert.AreEqual("3000|0|36", Fields(_register.Do(107, "I\t").Fields));
    }

    [TestMethod]
    public void Articles_outlive_a_restart()
    {
        _register.Do(107, Programmed(1, "5941234567899"));
        _register.Machine.RunToRest();
        Assert.AreEqual(FiscalError.None, _register.Machine.PowerOn());
        Assert.AreEqual("3000|1|36", Fields(_register.Do(107, "I\t").Fields));
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(58, "5941234567899\t1\t\t\t\t");
    }

    internal static string Fields(IEnumerable<string> fields) => string.Join('|', fields);

    internal static string BarcodeOf(int number) => (5940000000000 + number * 37L).ToString(CultureInfo.InvariantCulture);

    internal static string Programmed(int number, string barcode) =>
        $"P\t{number}\tA\t1\t1\t0\t1.01\t\t\t{barcode}\t\t\t\tArticol {number}\t0\t";

    private void Sell(int article)
    {
        _register.Do(48, "1\t0001\t1\t\t\t");
        _register.Do(58, $"{article}\t1\t\t\t\t");
        _register.Do(53, "0\t\t");
        _register.Do(56);
        _register.Machine.RunToRest();
    }

    private int[] Walk(string first, string next)
    {
        var numbers = new List<int>();
        for (var reply = _register.Host.SendData(107, first + "\t"); reply.Ok; reply = _register.Host.SendData(107, next + "\t"))
            numbers.Add(int.Parse(reply.Fields[0], CultureInfo.InvariantCulture));
        return [.. numbers];
    }
}
