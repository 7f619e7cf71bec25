using Nf.Firmware.Errors;
using Nf.Tests.Machine.PowerCuts;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Programming;

/// <summary>The base of articles as the norms want it: each article with its rate, and apart from all that taxes hang on.</summary>
[TestClass]
public sealed class ArticleBaseTests
{
    private static readonly string[] Letters = ["A", "B", "C", "D", "E", "F", "G"];

    private readonly TestRegister _register = TestRegister.Fiscalised();

    [TestMethod]
    [Article("HG 479/2003, norme art. 29 f)")]
    public void Each_article_is_sold_at_its_own_rate_after_restart_and_Z()
    {
        for (var i = 0; i < Letters.Length; i++) _register.Do(107, $"P\t{i + 1}\t{Letters[i]}\t1\t1\t0\t100.00\t\t\t\t\t\t\tArticol {Letters[i]}\t0\t");
        for (var day = 1; day <= 2; day++)
        {
            Assert.AreEqual(FiscalError.None, _register.Machine.PowerOn());
            _register.Open();
            for (var i = 0; i < Letters.Length; i++) _register.Do(58, $"{i + 1}\t\t\t\t\t");
            var receipt = _register.PayAndClose();
            foreach (var letter in Letters) receipt.HasInOrder($"Articol {letter}", $"1 BUC X 100.00= 100.00 {letter}");
            receipt.HasInOrder("TOTAL TVA A - 21% 17.36", "TOTAL TVA B - 11% 9.91", "TOTAL TVA C - 9% 8.26", "TOTAL TVA D - 0% 0.00", "TOTAL SCUTIT TVA 200.00", "ALTE TAXE 100.00");
            _register.CloseDay().HasInOrder($"Z NR: {day:0000}", "TOTAL A - 21% 100.00", "TOTAL B - 11% 100.00", "TOTAL C - 9% 100.00", "TOTAL D - 0% 100.00", "TOTAL SCUTIT TVA 200.00", "ALTE TAXE 100.00");
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 31 a)")]
    public void Entering_changing_and_deleting_articles_touches_nothing_of_the_tax_system()
    {
        _register.Receipt("5.00");
        var before = TaxSystem();
        _register.Do(107, "P\t1\tA\t1\t1\t1\t10.00\t\t\t\t\t\t\tCafea\t0\t");
        Assert.AreEqual(before, TaxSystem());
        _register.Do(107, "P\t1\tB\t2\t2\t1\t12.00\t\t\t\t\t\t\tCafea măcinată\t0\t");
        Assert.AreEqual(before, TaxSystem());
        _register.Do(107, "D\t1\t1\t");
        Assert.AreEqual(before, TaxSystem());
        _register.Open().Refused(FiscalError.ArticleUnknown, 58, "1\t\t\t\t\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 31 a)")]
    public void An_article_is_entered_once_and_sold_as_often_as_wanted()
    {
        _register.Do(107, "P\t1\tB\t1\t1\t0\t10.00\t\t\t5941234567899\t\t\t\tCafea măcinată\t0\t");
        for (var i = 1; i <= 3; i++)
        {
            _register.Open().Do(58, i == 2 ? "5941234567899\t\t\t\t\t" : "1\t\t\t\t\t");
            _register.PayAndClose().HasInOrder($"Z:0001 BF:{i:0000}", "Cafea măcinată", "1 BUC X 10.00= 10.00 B");
        }
    }

    // Rates, what the fiscal memory holds, the day's sums, its journal.
    private string TaxSystem()
    {
        var register = _register.Register;
        return $"{string.Join('|', _register.Do(50).Fields)} {register.Log.UsedSlots} {LostMemoryRun.SumsOf(_register)} {_register.Journal(1)}";
    }
}
