using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Paper;

/// <summary>The reports of the reporting mode on paper of three widths.</summary>
[TestClass]
public sealed class ReportPaperTests
{
    [TestMethod]
    [DataRow("report-summary", 95, "0\t1\t2\t")]
    [DataRow("report-detailed", 94, "1\t16-11-26\t17-11-26\t")]
    [DataRow("report-media", 95, "M\t")]
    [DataRow("report-headers", 95, "H\t")]
    [DataRow("report-vat", 95, "V\t")]
    [DataRow("report-resets", 95, "R\t")]
    [DataRow("report-journal", 95, "J\t2\t2\t")]
    [DataRow("report-open-day", 69, "J\t")]
    [DataRow("report-document", 125, "3\t1\t10001\t")]
    [DataRow("report-diagnostics", 71, "0\t")]
    public void A_report(string name, int command, string data)
    {
        foreach (var columns in (int[])[32, 42, 48])
        {
            var register = WithDays(columns);
            register.Do(command, data);
            register.Machine.RunToRest();
            GoldenPaper.Check(name, register);
        }
    }

    private static TestRegister WithDays(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        On(register, 16, 9);
        register.Receipt("121.00");
        On(register, 16, 21);
        register.CloseDay();
        var groups = Nf.Emulator.Machine.DemoShop.Order().Groups;
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
