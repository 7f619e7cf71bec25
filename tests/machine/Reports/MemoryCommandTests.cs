using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reports;

/// <summary>64, 68, 71, 86, 89, 116: what the fiscal memory and the register's parts are like, for a host.</summary>
[TestClass]
public sealed class MemoryCommandTests
{
    [TestMethod]
    public void The_last_Z_is_answered_by_group()
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.NoRecords, 64, "0\t");
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("121.00");
        register.PayAndClose();
        register.Receipt("7.00", ReceiptSteps.Exempt);
        register.CloseDay();
        CollectionAssert.AreEqual(new[] { "1", "121.00", "0.00", "0.00", "0.00", "7.00", "0.00", "0.00", "121.00", "16-11-26" }, register.Do(64, "0\t").Fields);
        CollectionAssert.AreEqual(new[] { "1", "21.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "21.00", "16-11-26" }, register.Do(64, "1\t").Fields);
        register.Refused((FiscalError)(-112201), 64, "2\t");
    }

    [TestMethod]
    public void Closures_left_go_down_by_one_a_day()
    {
        var register = TestRegister.Fiscalised();
        Assert.AreEqual($"{FiscalMemoryLog.MaxClosures}", register.Do(68).Fields[0]);
        register.CloseDay();
        Assert.AreEqual($"{FiscalMemoryLog.MaxClosures - 1}", register.Do(68).Fields[0]);
        Assert.AreEqual($"{FiscalMemoryLog.MaxClosures - 1}", register.Do(89, "0\t").Fields[0]);
    }

    [TestMethod]
    public void The_last_records_moment_is_that_of_the_Z()
    {
        var register = ReportRegister.WithDays();
        Assert.StartsWith("18-11-2026 07:00:", register.Do(86).Fields[0]);
    }

    [TestMethod]
    public void The_test_reads_every_record_and_writes_nothing()
    {
        var register = ReportRegister.WithDays();
        var programs = register.Hardware.FiscalMemory.Programs;
        register.Do(89, "0\t");
        register.Refused(FiscalError.MemoryTestRefused, 89, "1\t");
        Assert.AreEqual(programs, register.Hardware.FiscalMemory.Programs);
        var second = register.Flash(512 + 100, 1)[0];
        register.Spoil(512 + 100, (byte)(second ^ 1));
        register.Refused(FiscalError.FiscalMemoryDamaged, 89, "0\t");
        register.Refused(FiscalError.FiscalMemoryDamaged, 95, "1\t\t\t");
        register.Spoil(512 + 100, second);
        register.Do(89, "0\t");
    }

    [TestMethod]
    public void Raw_bytes_are_those_of_the_chip()
    {
        var register = ReportRegister.WithDays();
        Assert.AreEqual(Convert.ToHexString(register.Flash(0, 104)), register.Do(116, "0\t0\t104\t").Fields[0]);
        Assert.AreEqual(Convert.ToHexString(register.Flash(0x1F0, 3)), register.Do(116, "0\t1f0\t3\t").Fields[0]);
        Assert.AreEqual("FF", register.Do(116, "0\t3FFFFF\t1\t").Fields[0]);
        register.Refused((FiscalError)(-112202), 116, "0\t3FFFFF\t2\t");
        register.Refused((FiscalError)(-112102), 116, "0\t1000000\t1\t");
        register.Refused((FiscalError)(-112203), 116, "0\t0\t105\t");
        register.Refused((FiscalError)(-112201), 116, "1\t0\t1\t");
    }

    [TestMethod]
    public void Diagnostics_tell_of_every_part()
    {
        var register = ReportRegister.WithDays();
        register.Report(71, "").HasInOrder("DIAGNOZĂ", "MODEL NF-AMEF", "SERIA APARATULUI NF00000001", "CIF RO99999991", "ULTIMUL RAPORT Z 3", "CARD JURNAL OK",
            "MEMORIE FISCALĂ OK", "ÎNREGISTRĂRI 8", "ÎNCHIDERI ZILNICE RĂMASE 3647", "SCHIMBĂRI COTE TVA RĂMASE 29", "MEMORIE DE LUCRU OK", "IMPRIMANTĂ OK",
            "MEDIU EXTERN OK", "CEAS OK", "BON NEFISCAL");
        register.Card.Present = false;
        register.Drive().Present = false;
        register.Report(71, "0\t").HasInOrder("CARD JURNAL LIPSĂ", "MEDIU EXTERN LIPSĂ");
        register.Report(71, "6\t").HasInOrder("TEST CARD JURNAL", "CARD JURNAL LIPSĂ", "BON NEFISCAL");
        register.Refused(FiscalError.NotFitted, 71, "1\t");
        register.Refused(FiscalError.NotFitted, 71, "4\t");
        register.Refused(FiscalError.NotFitted, 71, "7\t");
        register.Refused((FiscalError)(-112201), 71, "9\t");
    }
}
