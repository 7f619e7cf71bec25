#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Identity;

namespace Nf.Tests.Unit.Identity;

[TestClass]
public class FiscalCodeTests
{
    [TestMethod]
    public void A_code_has_two_to_ten_digits_with_or_without_its_prefix()
    {
        Assert.IsTrue(FiscalCode.IsWellFormed("19"));
        Assert.IsTrue(FiscalCode.IsWellFormed("RO19"));
        Assert.IsTrue(FiscalCode.IsWellFormed("1234567890"));
        Assert.IsTrue(FiscalCode.IsWellFormed("RO1234567890"));
        string[] wrong = { "", "1", "RO", "RO1", "12345678901", "RO12345678901", "ro19", "RO 19", "R19", "OR19", "19RO", "1.9", "-19" };
        for (int i = 0; i < wrong.Length; i++) Assert.IsFalse(FiscalCode.IsWellFormed(wrong[i]), wrong[i]);
    }

    [TestMethod]
    public void Its_last_digit_agrees_with_the_others()
    {
        // By hand: 1x7+2x5+3x3+4x2+5x1+6x7+7x5+8x3+9x2 = 158; 1580 mod 11 = 7.
        Assert.IsTrue(FiscalCode.HasValidCheckDigit("1234567897"));
        Assert.IsTrue(FiscalCode.HasValidCheckDigit("RO1234567897"));
        Assert.IsFalse(FiscalCode.HasValidCheckDigit("1234567890"));
        // A short code meets the end of the key: 1x2 = 2; 20 mod 11 = 9.
        Assert.IsTrue(FiscalCode.HasValidCheckDigit("19"));
        Assert.IsTrue(FiscalCode.HasValidCheckDigit("RO19"));
        Assert.IsFalse(FiscalCode.HasValidCheckDigit("18"));
        // 6x2 = 12; 120 mod 11 = 10, which is written 0.
        Assert.IsTrue(FiscalCode.HasValidCheckDigit("60"));
        Assert.IsFalse(FiscalCode.HasValidCheckDigit("RO"));
    }
}
