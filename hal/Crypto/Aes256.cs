using System;

namespace Nf.Hal.Crypto;

/// <summary>AES with a key of 256 bits in counter mode (FIPS 197, SP 800-38A): encrypting and decrypting are the same.</summary>
/// <remarks>A block takes some 5,000 instructions; a column of the state is one word, and no tables but the S-box are kept.</remarks>
public sealed class Aes256 : IBlockCipher
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    /// <summary>Bytes of a block.</summary>
    public const int BlockLength = 16;

    private const int Rounds = 14;
    private const int KeyWords = 8;

    private readonly uint[] _keys = new uint[(Rounds + 1) << 2];
    private readonly byte[] _stream = new byte[BlockLength];

    /// <summary>Takes a key.</summary>
    public void SetKey(byte[] key, int offset)
    {
        uint constant = 1;
        for (int i = 0; i < KeyWords; i++) _keys[i] = Word(key, offset + (i << 2));
        for (int i = KeyWords; i < _keys.Length; i++)
        {
            uint word = _keys[i - 1];
            if (i % KeyWords == 0)
            {
                word = Substituted(word << 8 | word >> 24) ^ constant << 24;
                constant <<= 1;
            }
            else if (i % KeyWords == 4)
            {
                word = Substituted(word);
            }

            _keys[i] = _keys[i - KeyWords] ^ word;
        }
    }

    /// <summary>Encrypts one block.</summary>
    public void Encrypt(byte[] block, int offset, byte[] result, int resultOffset)
    {
        uint a = Word(block, offset) ^ _keys[0];
        uint b = Word(block, offset + 4) ^ _keys[1];
        uint c = Word(block, offset + 8) ^ _keys[2];
        uint d = Word(block, offset + 12) ^ _keys[3];
        int at = 4;
        for (int round = 1; round < Rounds; round++, at += 4)
        {
            uint newA = Mixed(Column(a, b, c, d)) ^ _keys[at];
            uint newB = Mixed(Column(b, c, d, a)) ^ _keys[at + 1];
            uint newC = Mixed(Column(c, d, a, b)) ^ _keys[at + 2];
            d = Mixed(Column(d, a, b, c)) ^ _keys[at + 3];
            a = newA;
            b = newB;
            c = newC;
        }

        Put(Column(a, b, c, d) ^ _keys[at], result, resultOffset);
        Put(Column(b, c, d, a) ^ _keys[at + 1], result, resultOffset + 4);
        Put(Column(c, d, a, b) ^ _keys[at + 2], result, resultOffset + 8);
        Put(Column(d, a, b, c) ^ _keys[at + 3], result, resultOffset + 12);
    }

    /// <summary>Encrypts or decrypts at most one block in place, in counter mode.</summary>
    /// <param name="counter">The counter block, 16 bytes; its last four count on by one, the highest byte first.</param>
    public void Xor(byte[] counter, byte[] data, int offset, int count)
    {
        Encrypt(counter, 0, _stream, 0);
        for (int i = 0; i < count; i++) data[offset + i] ^= _stream[i];
        CounterBlock.Next(counter);
    }

    /// <summary>Overwrites the key with zeros.</summary>
    public void Wipe()
    {
        Array.Clear(_keys, 0, _keys.Length);
        Array.Clear(_stream, 0, _stream.Length);
    }

    /// <summary>A column after SubBytes and ShiftRows.</summary>
    private static uint Column(uint a, uint b, uint c, uint d) =>
        (uint)(Box[a >> 24] << 24 | Box[b >> 16 & 0xFF] << 16 | Box[c >> 8 & 0xFF] << 8 | Box[d & 0xFF]);

    private static uint Substituted(uint word) => Column(word, word, word, word);

    /// <summary>MixColumns of one column: all four bytes doubled at once.</summary>
    private static uint Mixed(uint word)
    {
        uint twice = word << 1 & 0xFEFEFEFE ^ (word >> 7 & 0x01010101) * 0x1B;
        uint thrice = twice ^ word;
        return twice ^ (thrice << 8 | thrice >> 24) ^ (word << 16 | word >> 16) ^ (word << 24 | word >> 8);
    }

    private static uint Word(byte[] bytes, int at) =>
        (uint)(bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]);

    private static void Put(uint word, byte[] bytes, int at)
    {
        bytes[at] = (byte)(word >> 24);
        bytes[at + 1] = (byte)(word >> 16);
        bytes[at + 2] = (byte)(word >> 8);
        bytes[at + 3] = (byte)word;
    }

    private static readonly byte[] Box =
    {
        0x63, 0x7C, 0x77, 0x7B, 0xF2, 0x6B, 0x6F, 0xC5, 0x30, 0x01, 0x67, 0x2B, 0xFE, 0xD7, 0xAB, 0x76,
        0xCA, 0x82, 0xC9, 0x7D, 0xFA, 0x59, 0x47, 0xF0, 0xAD, 0xD4, 0xA2, 0xAF, 0x9C, 0xA4, 0x72, 0xC0,
        0xB7, 0xFD, 0x93, 0x26, 0x36, 0x3F, 0xF7, 0xCC, 0x34, 0xA5, 0xE5, 0xF1, 0x71, 0xD8, 0x31, 0x15,
        0x04, 0xC7, 0x23, 0xC3, 0x18, 0x96, 0x05, 0x9A, 0x07, 0x12, 0x80, 0xE2, 0xEB, 0x27, 0xB2, 0x75,
        0x09, 0x83, 0x2C, 0x1A, 0x1B, 0x6E, 0x5A, 0xA0, 0x52, 0x3B, 0xD6, 0xB3, 0x29, 0xE3, 0x2F, 0x84,
        0x53, 0xD1, 0x00, 0xED, 0x20, 0xFC, 0xB1, 0x5B, 0x6A, 0xCB, 0xBE, 0x39, 0x4A, 0x4C, 0x58, 0xCF,
        0xD0, 0xEF, 0xAA, 0xFB, 0x43, 0x4D, 0x33, 0x85, 0x45, 0xF9, 0x02, 0x7F, 0x50, 0x3C, 0x9F, 0xA8,
        0x51, 0xA3, 0x40, 0x8F, 0x92, 0x9D, 0x38, 0xF5, 0xBC, 0xB6, 0xDA, 0x21, 0x10, 0xFF, 0xF3, 0xD2,
        0xCD, 0x0C, 0x13, 0xEC, 0x5F, 0x97, 0x44, 0x17, 0xC4, 0xA7, 0x7E, 0x3D, 0x64, 0x5D, 0x19, 0x73,
        0x60, 0x81, 0x4F, 0xDC, 0x22, 0x2A, 0x90, 0x88, 0x46, 0xEE, 0xB8, 0x14, 0xDE, 0x5E, 0x0B, 0xDB,
        0xE0, 0x32, 0x3A, 0x0A, 0x49, 0x06, 0x24, 0x5C, 0xC2, 0xD3, 0xAC, 0x62, 0x91, 0x95, 0xE4, 0x79,
        0xE7, 0xC8, 0x37, 0x6D, 0x8D, 0xD5, 0x4E, 0xA9, 0x6C, 0x56, 0xF4, 0xEA, 0x65, 0x7A, 0xAE, 0x08,
        0xBA, 0x78, 0x25, 0x2E, 0x1C, 0xA6, 0xB4, 0xC6, 0xE8, 0xDD, 0x74, 0x1F, 0x4B, 0xBD, 0x8B, 0x8A,
        0x70, 0x3E, 0xB5, 0x66, 0x48, 0x03, 0xF6, 0x0E, 0x61, 0x35, 0x57, 0xB9, 0x86, 0xC1, 0x1D, 0x9E,
        0xE1, 0xF8, 0x98, 0x11, 0x69, 0xD9, 0x8E, 0x94, 0x9B, 0x1E, 0x87, 0xE9, 0xCE, 0x55, 0x28, 0xDF,
        0x8C, 0xA1, 0x89, 0x0D, 0xBF, 0xE6, 0x42, 0x68, 0x41, 0x99, 0x2D, 0x0F, 0xB0, 0x54, 0xBB, 0x16,
    };
}
