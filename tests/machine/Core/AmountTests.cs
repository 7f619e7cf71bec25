using Nf.Firmware.Money;

namespace Nf.Tests.Machine.Core;

/// <summary>The core's arithmetic against 128 bits: a million seeded cases each, and every pair of extremes.</summary>
[TestClass]
public class AmountTests
{
    private const int Cases = 1_000_000;

    [TestMethod]
    [Article("HG 479/2003, norme art. 58 (3)")]
    public void LineValue_never_differs() => Compare(
        Signed(Amount.MaxPrice), From0To(Amount.MaxQuantity), Amount.LineValue, (price, quantity) => Round(price * quantity, 1000));

    [TestMethod]
    [Article("HG 479/2003, norme art. 58 (3)")]
    public void Percent_never_differs() => Compare(
        Signed(Amount.MaxDay), Signed(Amount.MaxRate), (bani, rate) => Amount.Percent(bani, (int)rate), (bani, rate) => Round(bani * rate, 10000));

    [TestMethod]
    [Article("HG 479/2003, norme art. 58 (3)")]
    public void VatContained_never_differs() => Compare(
        Signed(Amount.MaxDay), From0To(Amount.MaxRate), (gross, rate) => Amount.VatContained(gross, (int)rate),
        (gross, rate) => Round(gross * rate, 10000 + rate));

    [TestMethod]
    public void Share_never_differs()
    {
        foreach (long whole in new[] { 1, 2, 3, 7, 1000, 999_999_937, Amount.MaxReceipt })
        {
            Compare(Signed(Amount.MaxReceipt), From0To(whole), (part, cumulative) => Amount.Share(part, cumulative, whole),
                (part, cumulative) => Round(part * cumulative, whole), Cases / 7);
        }
    }

    [TestMethod]
    public void Shares_of_a_discount_add_up_to_it()
    {
        Random random = new(5);
        for (int i = 0; i < 10_000; i++)
        {
            long[] groups = [.. Enumerable.Range(0, 5).Select(_ => random.NextInt64(0, Amount.MaxReceipt / 5))];
            long whole = groups.Sum() + 1;
            long part = random.NextInt64(-whole, whole);
            long sum = 0, spread = 0;
            foreach (long group in groups.Append(1))
            {
                long share = Amount.Share(part, sum + group, whole) - Amount.Share(part, sum, whole);
                Assert.IsLessThanOrEqualTo(group, Math.Abs(share), $"{part} over {group} of {whole}");
                sum += group;
                spread += share;
            }

            Assert.AreEqual(part, spread);
        }
    }

    private sealed record Range(long Min, long Max)
    {
        /// <summary>Half of the draws are small, because rounding shows there.</summary>
        public long Draw(Random random) => random.Next(2) == 0
            ? random.NextInt64(Min, Max + 1)
            : Math.Clamp(random.NextInt64(-20_000, 20_001), Min, Max);

        public IEnumerable<long> Extremes => new[] { Min, Min + 1, -1, 0, 1, Max - 1, Max }.Where(v => v >= Min && v <= Max);
    }

    private static Range Signed(long max) => new(-max, max);

    private static Range From0To(long max) => new(0, max);

    private static void Compare(
        Range first, Range second, Func<long, long, long> actual, Func<Int128, Int128, Int128> expected, int cases = Cases)
    {
        foreach (long a in first.Extremes)
            foreach (long b in second.Extremes) Same(a, b);

        Random random = new(1);
        for (int i = 0; i < cases; i++) Same(first.Draw(random), second.Draw(random));

        void Same(long a, long b)
        {
            Int128 right = expected(a, b);
            if (right != actual(a, b)) Assert.Fail($"({a}, {b}): expected {right}, got {actual(a, b)}");
        }
    }

    /// <summary>Half up on the magnitude, said another way than the core says it.</summary>
    private static Int128 Round(Int128 dividend, Int128 divisor)
    {
        (Int128 quotient, Int128 rest) = Int128.DivRem(Int128.Abs(dividend), divisor);
        if (rest >= divisor - rest) quotient++;
        return Int128.Sign(dividend) * quotient;
    }
}
