using System.Globalization;
using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;

namespace Nf.Tests.Machine.Reports;

/// <summary>Totals over a fiscal memory that is filled to its last closure.</summary>
[TestClass]
public sealed class FullMemoryTests
{
    private const decimal LargestDay = 9_999_999_999.99m;
    private const decimal LargestDaysVat = 1_735_537_190.08m;

    [TestMethod, Article("HG 479/2003, norme art. 26 (3)")]
    public void Totals_hold_every_closure_each_as_large_as_a_day_can_be()
    {
        var register = Rig.TestRegister.Fiscalised();
        FiscalMemoryTests.Fill(register, 1, Largest());
        register.Receipt("0.03");
        const int Days = FiscalMemoryLog.MaxClosures;
        var total = Lei((Days - 1) * LargestDay + 0.03m);
        var vat = Lei((Days - 1) * LargestDaysVat + 0.01m);
        register.CloseDay().HasInOrder($"TOTAL GENERAL {total}", $"TOTAL GENERAL TVA {vat}", "ÎNCHIDERI ZILNICE RĂMASE 0");
        for (var start = 0; start < 2; start++)
        {
            register.Report(95, "0\t\t\t").HasInOrder($"RAPOARTE Z {Days}", $"NUMĂR BONURI FISCALE {Days}", $"VAL. TOTALĂ VÂNZĂRI {total}",
                $"TOTAL TVA {vat}", $"TOTAL 21% {total}", $"TVA 21% {vat}", $"BONURI CU COD CUMPĂRĂTOR {Days - 1}",
                $"VALOARE {Lei((Days - 1) * LargestDay)}", $"TVA {Lei((Days - 1) * LargestDaysVat)}");
            register.Machine.PowerOn();
        }
    }

    private static DayTotals Largest()
    {
        var day = new DayTotals();
        day.AddSales(0, (long)(100 * LargestDay), (long)(100 * LargestDaysVat));
        day.CountReceipt(true, (long)(100 * LargestDay), (long)(100 * LargestDaysVat));
        return day;
    }

    private static string Lei(decimal sum) => sum.ToString("0.00", CultureInfo.InvariantCulture);
}
