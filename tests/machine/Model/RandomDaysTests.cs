using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Model;

/// <summary>Whatever a host sends, the register does what a simple model of it does, and a refusal changes nothing.</summary>
/// <remarks>To see one sequence again: <c>NF_SEED=n dotnet test tests/machine --filter Random_commands</c>.</remarks>
[TestClass]
public sealed class RandomDaysTests
{
    private const int Commands = 12_000;
    private const int CommandsPerSeed = 1_500;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Random_commands_do_what_the_model_does()
    {
        var chosen = Environment.GetEnvironmentVariable("NF_SEED");
        int[] seeds = chosen is null ? [.. Enumerable.Range(1, Commands / CommandsPerSeed)] : [int.Parse(chosen)];
        var refused = seeds.Sum(seed => new RandomDays(seed).Run(CommandsPerSeed));
        TestContext.WriteLine($"{seeds.Length * CommandsPerSeed} commands, {refused} of them refused");
        Assert.IsInRange(seeds.Length * CommandsPerSeed / 10, seeds.Length * CommandsPerSeed * 9 / 10, refused);
    }
}

/// <summary>One sequence of commands, side by side on the register and on the model.</summary>
internal sealed class RandomDays
{
    private readonly int _seed;
    private readonly RandomHost _host;
    private readonly TestRegister _register = TestRegister.Fiscalised();
    private readonly ModelRegister _model;
    private int _step;

    public RandomDays(int seed)
    {
        _seed = seed;
        _host = new RandomHost(seed);
        _model = new ModelRegister(() => _register.Civil.Now);
        foreach (var article in _model.Articles) _register.Do(107, article.Programming);
    }

    /// <summary>Returns how many commands were refused.</summary>
    public int Run(int commands)
    {
        var refused = 0;
        for (_step = 0; _step < commands; _step++)
        {
            Disturb();
            if (Send()) refused++;
        }

        CloseLastDay();
        foreach (var article in _model.Articles) Same(article);
        Assert.IsTrue(_model.Articles.Any(article => article.Sold > 0), Where());
        return refused;
    }

    // Power goes now and then, and time passes.
    private void Disturb()
    {
        if (_host.Below(200) == 0)
        {
            _register.Machine.RunToRest();
            Assert.AreEqual(FiscalError.None, _register.Machine.PowerOn(), Where());
            _model.Restart();
        }

        if (_host.Below(100) == 0) _register.Machine.Idle(TimeSpan.FromMinutes(_host.Below(120)));
    }

    private bool Send()
    {
        _register.Machine.RunToRest();
        var (command, fields) = _host.Next();
        var before = RegisterMark.Of(_register);
        var reply = _register.Host.Send(command, fields);
        var expected = _model.Execute(command, fields);
        var what = $"{command} {string.Join('|', fields)}, {Where()}";
        if (expected.IsRefused)
        {
            CollectionAssert.Contains(expected.Refusals, (FiscalError)reply.ErrorCode, what);
            Assert.AreEqual(before, RegisterMark.Of(_register), $"a refusal changed something: {what}");
            return true;
        }

        Assert.IsTrue(reply.Ok, $"refused with {(FiscalError)reply.ErrorCode}: {what}");
        CollectionAssert.AreEqual(expected.Fields, reply.Fields.Take(expected.Fields.Length).ToArray(), what);
        Same(what);
        return false;
    }

    private void Same(string what)
    {
        var totals = _register.Register.State.Totals;
        var day = _model.Day;
        Assert.AreEqual(day.Receipts, totals.Receipts, what);
        for (var i = 0; i < VatGroups.Count; i++)
        {
            Assert.AreEqual(day.Gross[i], totals.Gross(i) / 100m, what);
            Assert.AreEqual(day.Vat[i], totals.Vat(i) / 100m, what);
        }

        Same(day.Voids, "voids", what, totals.Voids);
        Same(day.Discounts, "discounts", what, totals.ItemDiscounts, totals.SubtotalDiscounts);
        Same(day.Surcharges, "surcharges", what, totals.ItemSurcharges, totals.SubtotalSurcharges);
        Same(day.Cancelled, "cancelled receipts", what, totals.Cancelled);
        Same(day.CashIn, "service sums in", what, totals.ServiceIn);
        Same(day.CashOut, "service sums out", what, totals.ServiceOut);
        Assert.AreEqual(day.Drawer, totals.Drawer / 100m, what);
        Assert.AreEqual(_model.LastZ, _register.Register.State.LastZ, what);
        Assert.AreEqual(_model.GrandTotal, _register.Register.State.GrandTotal / 100m, what);
    }

    private static void Same(List<decimal> expected, string name, string what, params Tally[] actual)
    {
        Assert.AreEqual(expected.Count, actual.Sum(tally => tally.Count), $"number of {name}: {what}");
        Assert.AreEqual(expected.Sum(), actual.Sum(tally => tally.Sum) / 100m, $"sum of {name}: {what}");
    }

    private void Same(ModelArticle article)
    {
        var fields = _register.Do(107, $"R\t{article.Number}\t").Fields;
        Assert.AreEqual(article.Turnover, decimal.Parse(fields[6]), $"turnover of article {article.Number}, {Where()}");
        Assert.AreEqual(article.Sold, decimal.Parse(fields[7]), $"quantity of article {article.Number}, {Where()}");
        Assert.AreEqual(-article.Sold, decimal.Parse(fields[8]), $"stock of article {article.Number}, {Where()}");
    }

    private void CloseLastDay()
    {
        _register.Host.SendData(149, "0\t");
        _register.Host.SendData(39, "");
        _register.Host.SendData(60, "");
        _register.Machine.RunToRest();
        _register.Do(69, "Z\t");
        _register.Machine.RunToRest();
    }

    private string Where() => $"step {_step}; again with NF_SEED={_seed}";
}
