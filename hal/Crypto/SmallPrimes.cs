namespace Nf.Hal.Crypto;

/// <summary>Divides a number by the primes from 3 to 1,999, a few at a time.</summary>
internal sealed class SmallPrimes
{
    /// <summary>Products stay below this, so that a remainder and a limb fit into 64 bits with room to spare.</summary>
    private const ulong LargestProduct = 1ul << 24;

    private int _index;
    private uint _prime;

    /// <summary>Primes are left to divide by.</summary>
    public bool More => _index < HalfGaps.Length;

    /// <summary>Begins with the first prime.</summary>
    public void Begin()
    {
        _index = 0;
        _prime = 1;
    }

    /// <summary>Divides by the next primes, whose product is divided by first; true when one of them is a divisor.</summary>
    public bool Divide(uint[] x, int length)
    {
        int first = _index;
        uint before = _prime;
        ulong product = 1;
        while (More && product < LargestProduct) product *= Next();
        ulong rest = Limbs.Remainder(x, length, product);
        int end = _index;
        _index = first;
        _prime = before;
        bool divides = false;
        while (_index < end) divides |= rest % Next() == 0;
        return divides;
    }

    private uint Next() => _prime += (uint)HalfGaps[_index++] << 1;

    /// <summary>Half of the way from each prime to the next, from 1 on.</summary>
    private static readonly byte[] HalfGaps =
    {
        1, 1, 1, 2, 1, 2, 1, 2, 3, 1, 3, 2, 1, 2, 3, 3, 1, 3, 2, 1, 3, 2, 3, 4, 2,
        1, 2, 1, 2, 7, 2, 3, 1, 5, 1, 3, 3, 2, 3, 3, 1, 5, 1, 2, 1, 6, 6, 2, 1, 2,
        3, 1, 5, 3, 3, 3, 1, 3, 2, 1, 5, 7, 2, 1, 2, 7, 3, 5, 1, 2, 3, 4, 3, 3, 2,
        3, 4, 2, 4, 5, 1, 5, 1, 3, 2, 3, 4, 2, 1, 2, 6, 4, 2, 4, 2, 3, 6, 1, 9, 3,
        5, 3, 3, 1, 3, 5, 3, 3, 1, 3, 3, 2, 1, 6, 5, 1, 2, 3, 3, 1, 6, 2, 3, 4, 5,
        4, 5, 4, 3, 3, 2, 4, 3, 2, 4, 2, 7, 5, 6, 1, 5, 1, 2, 1, 5, 7, 2, 1, 2, 7,
        2, 1, 2, 10, 2, 4, 5, 4, 2, 3, 3, 7, 2, 3, 3, 4, 3, 6, 2, 3, 1, 5, 1, 3, 5,
        1, 5, 1, 3, 9, 2, 1, 2, 3, 3, 4, 3, 3, 11, 1, 5, 4, 5, 3, 3, 4, 6, 2, 3, 3,
        1, 3, 6, 5, 9, 1, 2, 3, 1, 3, 2, 1, 2, 6, 1, 3, 17, 3, 3, 4, 9, 5, 7, 2, 1,
        2, 3, 4, 2, 1, 3, 6, 5, 1, 2, 1, 2, 3, 6, 6, 4, 6, 3, 2, 3, 4, 2, 4, 2, 7,
        2, 3, 1, 2, 3, 1, 3, 5, 10, 3, 2, 1, 12, 2, 1, 5, 6, 1, 5, 4, 3, 3, 3, 9, 3,
        2, 1, 6, 5, 6, 4, 8, 7, 3, 2, 1, 2, 1, 5, 6, 3, 3, 9, 1, 8, 1, 11, 3, 4, 3,
        2, 1,
    };
}
