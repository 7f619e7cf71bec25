namespace Nf.Hal.Crypto;

/// <summary>The inner loops of big-number arithmetic, written out for an interpreter: eight rows of a product at once.</summary>
/// <remarks>
/// A number is an array of limbs of 26 bits, the lowest first; a column of a product is a 64-bit sum, and even 4,096 bits
/// put at most 320 products of 52 bits into one, so nothing is carried until all rows are in. An interpreter pays per
/// instruction and most for array access: with eight limbs of either number in locals a product costs six instructions,
/// a plain loop costs twenty or more.
/// </remarks>
internal static class LimbRows
{
    /// <summary>Rows that one call works on; the limbs of a number are a multiple of it.</summary>
    public const int Count = 8;

    /// <summary>Adds eight rows times the limbs <paramref name="from"/> to <paramref name="end"/> of a number.</summary>
    /// <param name="t">Columns; limb j of the number times row k goes to column at + j + k.</param>
    /// <param name="at">The column of limb 0 times row 0.</param>
    /// <param name="rows">The eight factors.</param>
    /// <param name="b">The number.</param>
    /// <param name="from">The first limb, a multiple of eight.</param>
    /// <param name="end">Behind the last limb, a multiple of eight.</param>
    /// <param name="joined">The limbs before <paramref name="from"/> are already in all columns below at + from, and only there.</param>
    public static void Add(ulong[] t, int at, ulong[] rows, uint[] b, int from, int end, bool joined)
    {
        ulong a0 = rows[0];
        ulong a1 = rows[1];
        ulong a2 = rows[2];
        ulong a3 = rows[3];
        ulong a4 = rows[4];
        ulong a5 = rows[5];
        ulong a6 = rows[6];
        ulong a7 = rows[7];
        ulong b1 = joined ? b[from - 1] : 0u;
        ulong b2 = joined ? b[from - 2] : 0u;
        ulong b3 = joined ? b[from - 3] : 0u;
        ulong b4 = joined ? b[from - 4] : 0u;
        ulong b5 = joined ? b[from - 5] : 0u;
        ulong b6 = joined ? b[from - 6] : 0u;
        ulong b7 = joined ? b[from - 7] : 0u;
        at += from;
        while (from < end)
        {
            ulong b0 = b[from];
            t[at] += a0 * b0 + a1 * b1 + a2 * b2 + a3 * b3 + a4 * b4 + a5 * b5 + a6 * b6 + a7 * b7;
            b7 = b[from + 1];
            t[at + 1] += a0 * b7 + a1 * b0 + a2 * b1 + a3 * b2 + a4 * b3 + a5 * b4 + a6 * b5 + a7 * b6;
            b6 = b[from + 2];
            t[at + 2] += a0 * b6 + a1 * b7 + a2 * b0 + a3 * b1 + a4 * b2 + a5 * b3 + a6 * b4 + a7 * b5;
            b5 = b[from + 3];
            t[at + 3] += a0 * b5 + a1 * b6 + a2 * b7 + a3 * b0 + a4 * b1 + a5 * b2 + a6 * b3 + a7 * b4;
            b4 = b[from + 4];
            t[at + 4] += a0 * b4 + a1 * b5 + a2 * b6 + a3 * b7 + a4 * b0 + a5 * b1 + a6 * b2 + a7 * b3;
            b3 = b[from + 5];
            t[at + 5] += a0 * b3 + a1 * b4 + a2 * b5 + a3 * b6 + a4 * b7 + a5 * b0 + a6 * b1 + a7 * b2;
            b2 = b[from + 6];
            t[at + 6] += a0 * b2 + a1 * b3 + a2 * b4 + a3 * b5 + a4 * b6 + a5 * b7 + a6 * b0 + a7 * b1;
            b1 = b[from + 7];
            t[at + 7] += a0 * b1 + a1 * b2 + a2 * b3 + a3 * b4 + a4 * b5 + a5 * b6 + a6 * b7 + a7 * b0;
            from += Count;
            at += Count;
        }

        t[at] += a1 * b1 + a2 * b2 + a3 * b3 + a4 * b4 + a5 * b5 + a6 * b6 + a7 * b7;
        t[at + 1] += a2 * b1 + a3 * b2 + a4 * b3 + a5 * b4 + a6 * b5 + a7 * b6;
        t[at + 2] += a3 * b1 + a4 * b2 + a5 * b3 + a6 * b4 + a7 * b5;
        t[at + 3] += a4 * b1 + a5 * b2 + a6 * b3 + a7 * b4;
        t[at + 4] += a5 * b1 + a6 * b2 + a7 * b3;
        t[at + 5] += a6 * b1 + a7 * b2;
        t[at + 6] += a7 * b1;
    }

    /// <summary>Adds the products among eight limbs of a number that is squared, from <paramref name="row"/> on.</summary>
    public static void AddSquare(ulong[] t, uint[] a, int row)
    {
        int at = row << 1;
        ulong a0 = a[row];
        ulong a1 = a[row + 1];
        ulong a2 = a[row + 2];
        ulong a3 = a[row + 3];
        ulong a4 = a[row + 4];
        ulong a5 = a[row + 5];
        ulong a6 = a[row + 6];
        ulong a7 = a[row + 7];
        t[at] += a0 * a0;
        t[at + 1] += a0 * a1 << 1;
        t[at + 2] += (a0 * a2 << 1) + a1 * a1;
        t[at + 3] += (a0 * a3 + a1 * a2) << 1;
        t[at + 4] += ((a0 * a4 + a1 * a3) << 1) + a2 * a2;
        t[at + 5] += (a0 * a5 + a1 * a4 + a2 * a3) << 1;
        t[at + 6] += ((a0 * a6 + a1 * a5 + a2 * a4) << 1) + a3 * a3;
        t[at + 7] += (a0 * a7 + a1 * a6 + a2 * a5 + a3 * a4) << 1;
        t[at + 8] += ((a1 * a7 + a2 * a6 + a3 * a5) << 1) + a4 * a4;
        t[at + 9] += (a2 * a7 + a3 * a6 + a4 * a5) << 1;
        t[at + 10] += ((a3 * a7 + a4 * a6) << 1) + a5 * a5;
        t[at + 11] += (a4 * a7 + a5 * a6) << 1;
        t[at + 12] += (a5 * a7 << 1) + a6 * a6;
        t[at + 13] += a6 * a7 << 1;
        t[at + 14] += a7 * a7;
    }

    /// <summary>Finds the eight multiples of the modulus that make the columns from <paramref name="at"/> on zero.</summary>
    /// <remarks>What those eight columns carry goes to the next; their own products need not be added any more.</remarks>
    /// <param name="t">Columns.</param>
    /// <param name="at">The lowest column that is not yet zero.</param>
    /// <param name="n">The modulus.</param>
    /// <param name="inverse">Minus the inverse of its lowest limb.</param>
    /// <param name="rows">Becomes the multiples.</param>
    public static void Quotients(ulong[] t, int at, uint[] n, ulong inverse, ulong[] rows)
    {
        ulong n0 = n[0];
        ulong n1 = n[1];
        ulong n2 = n[2];
        ulong n3 = n[3];
        ulong n4 = n[4];
        ulong n5 = n[5];
        ulong n6 = n[6];
        ulong n7 = n[7];
        ulong x = t[at];
        ulong m0 = x * inverse & Limbs.Mask;
        x = x + m0 * n0 >> Limbs.Bits;
        x += t[at + 1] + m0 * n1;
        ulong m1 = x * inverse & Limbs.Mask;
        x = x + m1 * n0 >> Limbs.Bits;
        x += t[at + 2] + m0 * n2 + m1 * n1;
        ulong m2 = x * inverse & Limbs.Mask;
        x = x + m2 * n0 >> Limbs.Bits;
        x += t[at + 3] + m0 * n3 + m1 * n2 + m2 * n1;
        ulong m3 = x * inverse & Limbs.Mask;
        x = x + m3 * n0 >> Limbs.Bits;
        x += t[at + 4] + m0 * n4 + m1 * n3 + m2 * n2 + m3 * n1;
        ulong m4 = x * inverse & Limbs.Mask;
        x = x + m4 * n0 >> Limbs.Bits;
        x += t[at + 5] + m0 * n5 + m1 * n4 + m2 * n3 + m3 * n2 + m4 * n1;
        ulong m5 = x * inverse & Limbs.Mask;
        x = x + m5 * n0 >> Limbs.Bits;
        x += t[at + 6] + m0 * n6 + m1 * n5 + m2 * n4 + m3 * n3 + m4 * n2 + m5 * n1;
        ulong m6 = x * inverse & Limbs.Mask;
        x = x + m6 * n0 >> Limbs.Bits;
        x += t[at + 7] + m0 * n7 + m1 * n6 + m2 * n5 + m3 * n4 + m4 * n3 + m5 * n2 + m6 * n1;
        ulong m7 = x * inverse & Limbs.Mask;
        x = x + m7 * n0 >> Limbs.Bits;
        t[at + Count] += x;
        rows[0] = m0;
        rows[1] = m1;
        rows[2] = m2;
        rows[3] = m3;
        rows[4] = m4;
        rows[5] = m5;
        rows[6] = m6;
        rows[7] = m7;
    }
}
