using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Programming;

/// <summary>A power cut at every write of two receipts that sell articles: each sale is counted once.</summary>
[TestClass]
public sealed class CounterCutTests
{
    private static readonly (int Command, string Data)[] First =
    [
        (48, "3\t0003\t1\t\t\t"),
        (58, "1\t2.000\t\t2\t10.00\t"),
        (58, "2\t0.500\t\t\t\t"),
        (58, "1\t1.000\t\t\t\t"),
        (58, "2\t1.250\t\t\t\t"),
        (58, "-2\t1.250\t\t\t\t"),
        (49, "Altceva\t1\t1.00\t1.000\t\t\t7\tBUC\t"),
        (53, "0\t\t"),
        (56, ""),
    ];

    private static readonly (int Command, string Data)[] Second =
    [
        (48, "3\t0003\t1\t\t\t"),
        (58, "2\t3.000\t\t\t\t"),
        (53, "1\t\t"),
        (56, ""),
    ];

    // Article 1: 10.00 lei in department 5, group 8; article 2: 4.00 lei in department 7, group 8.
    private static readonly string[] Expected =
    [
        "1|A|5|8|0|10.00|28.00|3.000|97.000|||||Cafea|0",
        "2|B|7|8|0|4.00|14.00|3.500|-3.500|||||Lapte|0",
        "2|28.00|",
        "3|15.00|",
        "4|42.00|",
        "2|43.00|1|2.00|1|2.00|0|0.00|0|0.00|1|5.00",
    ];

    [TestMethod]
    public void Every_write_torn_at_several_bytes_leaves_counters_that_are_the_sum_of_the_sales() => Cuts.AtEveryTear(100, begin =>
    {
        var register = Ready();
        begin(register.Power);
        Live(register, First, Second);
        Cuts.End(register.Power);
        CollectionAssert.AreEqual(Expected, Counters(register));
    });

    [TestMethod]
    public void Clearing_with_a_report_is_done_once_whatever_cuts_it() => Cuts.AtEveryTear(5, begin =>
    {
        var register = Ready();
        Live(register, First, Second);
        begin(register.Power);
        Live(register, [(111, "2\t\t\t")]);
        Cuts.End(register.Power);
        var article = register.Do(107, "R\t1\t").Fields;
        Assert.AreEqual("0.00", article[6]);
        Assert.AreEqual("97.000", article[8]);
    });

    [TestMethod]
    public void Adding_to_a_stock_is_done_once_whatever_cuts_it_and_its_recovery()
    {
        var sizes = new List<int>();
        var quiet = Ready();
        quiet.Power.Watch = (_, size) => sizes.Add(size);
        AddStock(quiet);
        quiet.Host.Repeat();
        Assert.AreEqual("102.500", Stock(quiet), "sent twice");
        for (var write = 0; write < sizes.Count; write++)
            foreach (var bytes in new[] { 0, 1, sizes[write] / 2, sizes[write] })
                for (var later = 0; later < 4; later++)
                {
                    var register = Ready();
                    register.Power.CutAt(register.Power.Writes + write, bytes);
                    CutAgain(register, later);
                    register.SellSomething();
                    Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
                    Assert.AreEqual("102.500", Stock(register), $"write {write} torn after {bytes} bytes, recovery at write {later}");
                }
    }

    // The power goes at the addition, and again at a write of the start after it; then the host asks again.
    private static void CutAgain(TestRegister register, int write)
    {
        Assert.ThrowsExactly<PowerCutException>(() => AddStock(register));
        register.Power.CutAt(register.Power.Writes + write, 3);
        try
        {
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        }
        catch (PowerCutException)
        {
            register.Power.CutAt(-1, 0);
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        }

        register.Power.CutAt(-1, 0);
        Assert.IsTrue(register.Host.Repeat().Ok);
    }

    private static void AddStock(TestRegister register) => register.Do(107, "P\t1\tA\t5\t8\t0\t10.00\tA\t2.500\t\t\t\t\tCafea\t0\t");

    private static string Stock(TestRegister register) => register.Do(107, "R\t1\t").Fields[8];

    private static TestRegister Ready()
    {
        var register = TestRegister.Fiscalised();
        register.Do(107, "P\t1\tA\t5\t8\t0\t10.00\t\t100\t\t\t\t\tCafea\t0\t");
        register.Do(107, "P\t2\tB\t7\t8\t0\t4.00\t\t\t\t\t\t\tLapte\t0\t");
        register.Machine.RunToRest();
        return register;
    }

    private static void Live(TestRegister register, params (int Command, string Data)[][] units)
    {
        var host = new PatientHost(register, () => Assert.AreEqual(FiscalError.None, register.Machine.PowerOn(), "start-up"));
        foreach (var unit in units) host.Carry(unit);
        host.Guarded(register.Machine.RunToRest);
    }

    private static string[] Counters(TestRegister register) =>
    [
        .. new[] { (107, "R\t1\t"), (107, "R\t2\t"), (88, "5\t"), (88, "7\t"), (87, "8\t"), (112, "3\t") }
            .Select(query => string.Join('|', register.Do(query.Item1, query.Item2).Fields)),
    ];
}
