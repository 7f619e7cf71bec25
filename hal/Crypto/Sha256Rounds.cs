namespace Nf.Hal.Crypto;

/// <summary>The 64 rounds of SHA-256 over one block, laid out for an interpreter.</summary>
/// <remarks>
/// An interpreter pays per instruction, whatever its width, and most for array access. So every word lives in a local
/// as a 64-bit number with its 32 bits in both halves: a rotation is then one shift, and the bits above 32 of a sum do
/// no harm until the next multiplication by <see cref="Twice"/> cleans them. Sixteen rounds are written out, so that
/// the eight working words change names instead of places; four turns of the loop make a block.
/// </remarks>
internal static class Sha256Rounds
{
    /// <summary>A 32-bit word times this has the word in both halves.</summary>
    private const ulong Twice = 0x100000001;

    /// <summary>Works the 64 bytes of block <paramref name="m"/> into the state <paramref name="s"/>.</summary>
    public static void Run(uint[] s, byte[] m)
    {
        ulong w0 = (uint)(m[0] << 24 | m[1] << 16 | m[2] << 8 | m[3]) * Twice;
        ulong w1 = (uint)(m[4] << 24 | m[5] << 16 | m[6] << 8 | m[7]) * Twice;
        ulong w2 = (uint)(m[8] << 24 | m[9] << 16 | m[10] << 8 | m[11]) * Twice;
        ulong w3 = (uint)(m[12] << 24 | m[13] << 16 | m[14] << 8 | m[15]) * Twice;
        ulong w4 = (uint)(m[16] << 24 | m[17] << 16 | m[18] << 8 | m[19]) * Twice;
        ulong w5 = (uint)(m[20] << 24 | m[21] << 16 | m[22] << 8 | m[23]) * Twice;
        ulong w6 = (uint)(m[24] << 24 | m[25] << 16 | m[26] << 8 | m[27]) * Twice;
        ulong w7 = (uint)(m[28] << 24 | m[29] << 16 | m[30] << 8 | m[31]) * Twice;
        ulong w8 = (uint)(m[32] << 24 | m[33] << 16 | m[34] << 8 | m[35]) * Twice;
        ulong w9 = (uint)(m[36] << 24 | m[37] << 16 | m[38] << 8 | m[39]) * Twice;
        ulong w10 = (uint)(m[40] << 24 | m[41] << 16 | m[42] << 8 | m[43]) * Twice;
        ulong w11 = (uint)(m[44] << 24 | m[45] << 16 | m[46] << 8 | m[47]) * Twice;
        ulong w12 = (uint)(m[48] << 24 | m[49] << 16 | m[50] << 8 | m[51]) * Twice;
        ulong w13 = (uint)(m[52] << 24 | m[53] << 16 | m[54] << 8 | m[55]) * Twice;
        ulong w14 = (uint)(m[56] << 24 | m[57] << 16 | m[58] << 8 | m[59]) * Twice;
        ulong w15 = (uint)(m[60] << 24 | m[61] << 16 | m[62] << 8 | m[63]) * Twice;
        ulong a = s[0] * Twice;
        ulong b = s[1] * Twice;
        ulong c = s[2] * Twice;
        ulong d = s[3] * Twice;
        ulong e = s[4] * Twice;
        ulong f = s[5] * Twice;
        ulong g = s[6] * Twice;
        ulong h = s[7] * Twice;
        int turn = 0;
        while (true)
        {
            ulong[] k = Constants[turn];
            h += (e >> 6 ^ e >> 11 ^ e >> 25) + (g ^ e & (f ^ g)) + k[0] + w0;
            d = (uint)(d + h) * Twice;
            h = (uint)(h + (a >> 2 ^ a >> 13 ^ a >> 22) + (a & b | c & (a | b))) * Twice;

            g += (d >> 6 ^ d >> 11 ^ d >> 25) + (f ^ d & (e ^ f)) + k[1] + w1;
            c = (uint)(c + g) * Twice;
            g = (uint)(g + (h >> 2 ^ h >> 13 ^ h >> 22) + (h & a | b & (h | a))) * Twice;

            f += (c >> 6 ^ c >> 11 ^ c >> 25) + (e ^ c & (d ^ e)) + k[2] + w2;
            b = (uint)(b + f) * Twice;
            f = (uint)(f + (g >> 2 ^ g >> 13 ^ g >> 22) + (g & h | a & (g | h))) * Twice;

            e += (b >> 6 ^ b >> 11 ^ b >> 25) + (d ^ b & (c ^ d)) + k[3] + w3;
            a = (uint)(a + e) * Twice;
            e = (uint)(e + (f >> 2 ^ f >> 13 ^ f >> 22) + (f & g | h & (f | g))) * Twice;

            d += (a >> 6 ^ a >> 11 ^ a >> 25) + (c ^ a & (b ^ c)) + k[4] + w4;
            h = (uint)(h + d) * Twice;
            d = (uint)(d + (e >> 2 ^ e >> 13 ^ e >> 22) + (e & f | g & (e | f))) * Twice;

            c += (h >> 6 ^ h >> 11 ^ h >> 25) + (b ^ h & (a ^ b)) + k[5] + w5;
            g = (uint)(g + c) * Twice;
            c = (uint)(c + (d >> 2 ^ d >> 13 ^ d >> 22) + (d & e | f & (d | e))) * Twice;

            b += (g >> 6 ^ g >> 11 ^ g >> 25) + (a ^ g & (h ^ a)) + k[6] + w6;
            f = (uint)(f + b) * Twice;
            b = (uint)(b + (c >> 2 ^ c >> 13 ^ c >> 22) + (c & d | e & (c | d))) * Twice;

            a += (f >> 6 ^ f >> 11 ^ f >> 25) + (h ^ f & (g ^ h)) + k[7] + w7;
            e = (uint)(e + a) * Twice;
            a = (uint)(a + (b >> 2 ^ b >> 13 ^ b >> 22) + (b & c | d & (b | c))) * Twice;

            h += (e >> 6 ^ e >> 11 ^ e >> 25) + (g ^ e & (f ^ g)) + k[8] + w8;
            d = (uint)(d + h) * Twice;
            h = (uint)(h + (a >> 2 ^ a >> 13 ^ a >> 22) + (a & b | c & (a | b))) * Twice;

            g += (d >> 6 ^ d >> 11 ^ d >> 25) + (f ^ d & (e ^ f)) + k[9] + w9;
            c = (uint)(c + g) * Twice;
            g = (uint)(g + (h >> 2 ^ h >> 13 ^ h >> 22) + (h & a | b & (h | a))) * Twice;

            f += (c >> 6 ^ c >> 11 ^ c >> 25) + (e ^ c & (d ^ e)) + k[10] + w10;
            b = (uint)(b + f) * Twice;
            f = (uint)(f + (g >> 2 ^ g >> 13 ^ g >> 22) + (g & h | a & (g | h))) * Twice;

            e += (b >> 6 ^ b >> 11 ^ b >> 25) + (d ^ b & (c ^ d)) + k[11] + w11;
            a = (uint)(a + e) * Twice;
            e = (uint)(e + (f >> 2 ^ f >> 13 ^ f >> 22) + (f & g | h & (f | g))) * Twice;

            d += (a >> 6 ^ a >> 11 ^ a >> 25) + (c ^ a & (b ^ c)) + k[12] + w12;
            h = (uint)(h + d) * Twice;
            d = (uint)(d + (e >> 2 ^ e >> 13 ^ e >> 22) + (e & f | g & (e | f))) * Twice;

            c += (h >> 6 ^ h >> 11 ^ h >> 25) + (b ^ h & (a ^ b)) + k[13] + w13;
            g = (uint)(g + c) * Twice;
            c = (uint)(c + (d >> 2 ^ d >> 13 ^ d >> 22) + (d & e | f & (d | e))) * Twice;

            b += (g >> 6 ^ g >> 11 ^ g >> 25) + (a ^ g & (h ^ a)) + k[14] + w14;
            f = (uint)(f + b) * Twice;
            b = (uint)(b + (c >> 2 ^ c >> 13 ^ c >> 22) + (c & d | e & (c | d))) * Twice;

            a += (f >> 6 ^ f >> 11 ^ f >> 25) + (h ^ f & (g ^ h)) + k[15] + w15;
            e = (uint)(e + a) * Twice;
            a = (uint)(a + (b >> 2 ^ b >> 13 ^ b >> 22) + (b & c | d & (b | c))) * Twice;

            if (++turn == 4) break;

            // The next sixteen words of the message schedule.
            w0 = (uint)(w0 + (w1 >> 7 ^ w1 >> 18 ^ (uint)w1 >> 3) + w9
                + (w14 >> 17 ^ w14 >> 19 ^ (uint)w14 >> 10)) * Twice;
            w1 = (uint)(w1 + (w2 >> 7 ^ w2 >> 18 ^ (uint)w2 >> 3) + w10
                + (w15 >> 17 ^ w15 >> 19 ^ (uint)w15 >> 10)) * Twice;
            w2 = (uint)(w2 + (w3 >> 7 ^ w3 >> 18 ^ (uint)w3 >> 3) + w11
                + (w0 >> 17 ^ w0 >> 19 ^ (uint)w0 >> 10)) * Twice;
            w3 = (uint)(w3 + (w4 >> 7 ^ w4 >> 18 ^ (uint)w4 >> 3) + w12
                + (w1 >> 17 ^ w1 >> 19 ^ (uint)w1 >> 10)) * Twice;
            w4 = (uint)(w4 + (w5 >> 7 ^ w5 >> 18 ^ (uint)w5 >> 3) + w13
                + (w2 >> 17 ^ w2 >> 19 ^ (uint)w2 >> 10)) * Twice;
            w5 = (uint)(w5 + (w6 >> 7 ^ w6 >> 18 ^ (uint)w6 >> 3) + w14
                + (w3 >> 17 ^ w3 >> 19 ^ (uint)w3 >> 10)) * Twice;
            w6 = (uint)(w6 + (w7 >> 7 ^ w7 >> 18 ^ (uint)w7 >> 3) + w15
                + (w4 >> 17 ^ w4 >> 19 ^ (uint)w4 >> 10)) * Twice;
            w7 = (uint)(w7 + (w8 >> 7 ^ w8 >> 18 ^ (uint)w8 >> 3) + w0
                + (w5 >> 17 ^ w5 >> 19 ^ (uint)w5 >> 10)) * Twice;
            w8 = (uint)(w8 + (w9 >> 7 ^ w9 >> 18 ^ (uint)w9 >> 3) + w1
                + (w6 >> 17 ^ w6 >> 19 ^ (uint)w6 >> 10)) * Twice;
            w9 = (uint)(w9 + (w10 >> 7 ^ w10 >> 18 ^ (uint)w10 >> 3) + w2
                + (w7 >> 17 ^ w7 >> 19 ^ (uint)w7 >> 10)) * Twice;
            w10 = (uint)(w10 + (w11 >> 7 ^ w11 >> 18 ^ (uint)w11 >> 3) + w3
                + (w8 >> 17 ^ w8 >> 19 ^ (uint)w8 >> 10)) * Twice;
            w11 = (uint)(w11 + (w12 >> 7 ^ w12 >> 18 ^ (uint)w12 >> 3) + w4
                + (w9 >> 17 ^ w9 >> 19 ^ (uint)w9 >> 10)) * Twice;
            w12 = (uint)(w12 + (w13 >> 7 ^ w13 >> 18 ^ (uint)w13 >> 3) + w5
                + (w10 >> 17 ^ w10 >> 19 ^ (uint)w10 >> 10)) * Twice;
            w13 = (uint)(w13 + (w14 >> 7 ^ w14 >> 18 ^ (uint)w14 >> 3) + w6
                + (w11 >> 17 ^ w11 >> 19 ^ (uint)w11 >> 10)) * Twice;
            w14 = (uint)(w14 + (w15 >> 7 ^ w15 >> 18 ^ (uint)w15 >> 3) + w7
                + (w12 >> 17 ^ w12 >> 19 ^ (uint)w12 >> 10)) * Twice;
            w15 = (uint)(w15 + (w0 >> 7 ^ w0 >> 18 ^ (uint)w0 >> 3) + w8
                + (w13 >> 17 ^ w13 >> 19 ^ (uint)w13 >> 10)) * Twice;
        }

        s[0] = (uint)(s[0] + a);
        s[1] = (uint)(s[1] + b);
        s[2] = (uint)(s[2] + c);
        s[3] = (uint)(s[3] + d);
        s[4] = (uint)(s[4] + e);
        s[5] = (uint)(s[5] + f);
        s[6] = (uint)(s[6] + g);
        s[7] = (uint)(s[7] + h);
    }

    private static readonly ulong[][] Constants =
    {
        new ulong[]
        {
            0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
            0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        },
        new ulong[]
        {
            0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
            0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        },
        new ulong[]
        {
            0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
            0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        },
        new ulong[]
        {
            0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
            0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
        },
    };
}
