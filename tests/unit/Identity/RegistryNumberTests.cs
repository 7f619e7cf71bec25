#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Identity;

namespace Nf.Tests.Unit.Identity;

[TestClass]
public class RegistryNumberTests
{
    [TestMethod]
    public void A_registry_number_has_ten_digits()
    {
        Assert.IsTrue(RegistryNumber.IsWellFormed("8000000001"));
        Assert.IsFalse(RegistryNumber.IsWellFormed("800000000"));
        Assert.IsFalse(RegistryNumber.IsWellFormed("80000000011"));
        Assert.IsFalse(RegistryNumber.IsWellFormed("800000000A"));
        Assert.IsFalse(RegistryNumber.IsWellFormed(""));
    }

    [TestMethod]
    public void Its_first_digit_agrees_with_the_others()
    {
        Assert.IsTrue(RegistryNumber.HasValidCheckDigit("1234567890"));
        Assert.IsTrue(RegistryNumber.HasValidCheckDigit("8000000001"));
        Assert.IsTrue(RegistryNumber.HasValidCheckDigit("6000594228"));
        // By hand: only the last weight counts, 5x9 = 45, and 45 mod 9 = 0; the five does not round the first digit up.
        Assert.IsTrue(RegistryNumber.HasValidCheckDigit("1500000000"));
        Assert.IsFalse(RegistryNumber.HasValidCheckDigit("7000000001"));
        Assert.IsFalse(RegistryNumber.HasValidCheckDigit("6000594229"));
        Assert.IsFalse(RegistryNumber.HasValidCheckDigit("600059422"));
    }

    [TestMethod]
    public void Every_number_has_exactly_one_first_digit()
    {
        string[] rests = { "000000000", "999999999", "499999999", "500000000", "945678321", "444444445" };
        for (int i = 0; i < rests.Length; i++)
        {
            int valid = 0;
            for (int first = 0; first < 10; first++)
                if (RegistryNumber.HasValidCheckDigit(first.ToString() + rests[i])) valid++;

            Assert.AreEqual(1, valid, rests[i]);
        }
    }
}
