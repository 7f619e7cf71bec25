using Nf.Emulator.Peripherals;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reports;

/// <summary>A register with some days behind it, for the tests of reports.</summary>
internal static class ReportRegister
{
    /// <summary>Three closed days, a change of rates before the third, and an open day with one receipt.</summary>
    public static TestRegister WithDays()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("121.00");
        register.CloseDay();
        register.NextDay();
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("111.00", group: ReceiptSteps.Reduced11);
        register.PayAndClose();
        register.Receipt("7.00", ReceiptSteps.Exempt);
        register.CloseDay();
        var groups = Nf.Emulator.Machine.DemoShop.Order().Groups;
        groups.Set(0, VatGroupKind.Rate, 2200);
        Assert.AreEqual(FiscalError.None, register.Register.ChangeVatGroups(groups));
        register.NextDay();
        register.Receipt("12.20");
        register.CloseDay();
        register.NextDay();
        register.Receipt("1.00");
        return register;
    }

    /// <summary>The same hour of the next day.</summary>
    public static void NextDay(this TestRegister register) => register.Civil.Jump(TimeSpan.FromDays(1));

    /// <summary>The drive of the register.</summary>
    public static MemoryDrive Drive(this TestRegister register) => (MemoryDrive)register.Hardware.Drive;

    /// <summary>Sends a report's command; gives what it printed, blanks in a row as one.</summary>
    public static string[] Report(this TestRegister register, int command, string data)
    {
        var before = register.Paper.Length;
        register.Do(command, data);
        register.Machine.RunToRest();
        return [.. register.Paper[before..].Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
    }
}
