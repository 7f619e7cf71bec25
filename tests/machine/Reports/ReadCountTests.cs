using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reports;

/// <summary>A report over one year reads the year, however many others the fiscal memory holds.</summary>
[TestClass]
public sealed class ReadCountTests
{
    private const int Year = 365;
    private const int RecordMost = 600;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("0\t1001\t1365\t1\t", 1)]
    [DataRow("1\t1001\t1365\t1\t", 3)]
    public void A_year_of_a_full_memory_costs_no_more_than_of_a_younger_one(string data, int readsEach)
    {
        var young = Read(1400, data);
        var full = Read(FiscalMemoryLog.MaxClosures, data);
        TestContext.WriteLine($"{young} bytes of a younger memory, {full} of a full one");
        Assert.IsInRange(Year * 200, Year * RecordMost * readsEach, young, "the year's records, the heads that halving looks at, and the checks between");
        Assert.IsInRange(-4096, 4096, full - young, $"{young} bytes of a younger memory, {full} of a full one");
    }

    private static long Read(int closures, string data)
    {
        var register = TestRegister.Fiscalised();
        Fill(register, closures);
        var before = register.Hardware.FiscalMemory.BytesRead;
        register.Do(95, data);
        return register.Hardware.FiscalMemory.BytesRead - before;
    }

    private static void Fill(TestRegister register, int closures)
    {
        var log = register.Register.Log;
        var closure = new byte[ClosureRecord.SavedLength];
        for (var number = 1; number <= closures; number++)
        {
            var writer = new Nf.Firmware.Bytes.ByteWriter(closure);
            ClosureRecord.Save(writer, number, 0, 1, new byte[32], register.Register.Identity.Groups, register.Register.State.Totals, 0, 0, 0);
            Assert.AreEqual(FiscalError.None, log.Append(RecordKind.Closure, log.NewestTime, closure, writer.Position));
        }
    }
}
