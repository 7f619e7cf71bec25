using Nf.Emulator.Host;
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
    public void Every_write_torn_at_several_bytes_leaves_counters_that_are_the_sum_of_the_sales()
    {
        var sizes = Writes();
        Assert.IsTrue(sizes.Count > 100, $"only {sizes.Count} writes");
        var cuts = sizes.SelectMany((size, write) => new[] { 0, 1, size / 2, size - 1, size }.Distinct().Select(bytes => (write, bytes)));
        Parallel.ForEach(cuts, cut =>
        {
            var register = Ready();
            register.Power.CutAt(register.Power.Writes + cut.write, cut.bytes);
            Assert.AreEqual(1, Live(register), $"write {cut.write} torn after {cut.bytes} bytes: cuts");
            CollectionAssert.AreEqual(Expected, Counters(register), $"write {cut.write} torn after {cut.bytes} bytes");
        });
    }

    [TestMethod]
    public void Clearing_with_a_report_is_done_once_whatever_cuts_it()
    {
        var sizes = new List<int>();
        var quiet = Sold();
        quiet.Power.Watch = (_, size) => sizes.Add(size);
        Clear(quiet);
        for (var write = 0; write < sizes.Count; write++)
        {
            var register = Sold();
            register.Power.CutAt(register.Power.Writes + write, sizes[write] / 2);
            Clear(register);
            Assert.AreEqual("0.00", register.Do(107, "R\t1\t").Fields[6], $"write {write}");
            Assert.AreEqual("97.000", register.Do(107, "R\t1\t").Fields[8], $"write {write}");
        }
    }

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

    private static List<int> Writes()
    {
        var sizes = new List<int>();
        var register = Ready();
        register.Power.Watch = (_, size) => sizes.Add(size);
        Assert.AreEqual(0, Live(register));
        CollectionAssert.AreEqual(Expected, Counters(register), "without a cut");
        return sizes;
    }

    private static TestRegister Ready()
    {
        var register = TestRegister.Fiscalised();
        register.Do(107, "P\t1\tA\t5\t8\t0\t10.00\t\t100\t\t\t\t\tCafea\t0\t");
        register.Do(107, "P\t2\tB\t7\t8\t0\t4.00\t\t\t\t\t\t\tLapte\t0\t");
        register.Machine.RunToRest();
        return register;
    }

    private static TestRegister Sold()
    {
        var register = Ready();
        Live(register);
        return register;
    }

    private static int Live(TestRegister register)
    {
        var cuts = Carry(register, First) + Carry(register, Second);
        return cuts + Guarded(register, register.Machine.RunToRest);
    }

    private static void Clear(TestRegister register)
    {
        Carry(register, [(111, "2\t\t\t")]);
        Guarded(register, register.Machine.RunToRest);
    }

    // As a good host does: an answer that was lost is asked for again, a receipt that was lost is made again.
    private static int Carry(TestRegister register, (int Command, string Data)[] unit)
    {
        var cuts = 0;
        for (var next = 0; next < unit.Length;)
        {
            DatecsReply? reply = null;
            cuts += Guarded(register, () => reply = register.Host.SendData(unit[next].Command, unit[next].Data));
            while (reply is null) cuts += Guarded(register, () => reply = register.Host.Repeat());
            if (reply.Ok) next++;
            else if (cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else Assert.Fail($"command {unit[next].Command} was refused: {reply.ErrorCode}");
        }

        return cuts;
    }

    private static int Guarded(TestRegister register, Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (PowerCutException)
        {
            register.Power.CutAt(-1, 0);
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
            return 1;
        }
    }

    private static string[] Counters(TestRegister register) =>
    [
        .. new[] { (107, "R\t1\t"), (107, "R\t2\t"), (88, "5\t"), (88, "7\t"), (87, "8\t"), (112, "3\t") }
            .Select(query => string.Join('|', register.Do(query.Item1, query.Item2).Fields)),
    ];
}
