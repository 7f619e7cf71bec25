using System;

namespace Nf.Hal.Crypto;

/// <summary>The sixteen powers of a number that a fixed window chooses from, read so that nothing tells which.</summary>
internal sealed class PowerTable
{
    /// <summary>Powers in the table: a window of four bits.</summary>
    public const int Count = 16;

    private readonly uint[] _limbs;
    private int _length;

    /// <param name="largestLength">Limbs of the longest numbers.</param>
    public PowerTable(int largestLength) => _limbs = new uint[largestLength * Count];

    /// <summary>Starts a table of numbers of so many limbs.</summary>
    public void Begin(int length) => _length = length;

    /// <summary>Puts a number into the table. Limbs of one place stand together, so that reading walks on by one.</summary>
    public void Put(int index, uint[] x)
    {
        for (int i = 0; i < _length; i++, index += Count) _limbs[index] = x[i];
    }

    /// <summary>Takes a number out; every number of the table is read, whichever it is.</summary>
    public void Take(int index, uint[] x)
    {
        uint[] t = _limbs;
        uint m0 = Chosen(index, 0);
        uint m1 = Chosen(index, 1);
        uint m2 = Chosen(index, 2);
        uint m3 = Chosen(index, 3);
        uint m4 = Chosen(index, 4);
        uint m5 = Chosen(index, 5);
        uint m6 = Chosen(index, 6);
        uint m7 = Chosen(index, 7);
        uint m8 = Chosen(index, 8);
        uint m9 = Chosen(index, 9);
        uint m10 = Chosen(index, 10);
        uint m11 = Chosen(index, 11);
        uint m12 = Chosen(index, 12);
        uint m13 = Chosen(index, 13);
        uint m14 = Chosen(index, 14);
        uint m15 = Chosen(index, 15);
        for (int i = 0, at = 0; i < _length; i++, at += Count)
        {
            x[i] = t[at] & m0 | t[at + 1] & m1 | t[at + 2] & m2 | t[at + 3] & m3
                | t[at + 4] & m4 | t[at + 5] & m5 | t[at + 6] & m6 | t[at + 7] & m7
                | t[at + 8] & m8 | t[at + 9] & m9 | t[at + 10] & m10 | t[at + 11] & m11
                | t[at + 12] & m12 | t[at + 13] & m13 | t[at + 14] & m14 | t[at + 15] & m15;
        }
    }

    /// <summary>Overwrites the numbers with zeros.</summary>
    public void Wipe() => Array.Clear(_limbs, 0, _limbs.Length);

    /// <summary>All bits where the two are the same, none elsewhere.</summary>
    private static uint Chosen(int index, int k) => (uint)((index ^ k) - 1 >> 31);
}
