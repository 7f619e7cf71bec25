using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Nf.Tests.Machine.Crypto;

/// <summary>A key's slot as docs/reference/module-memory.md has it, written and read with .NET's AES and HMAC.</summary>
internal static class KeyContainer
{
    /// <summary>Bytes of a slot.</summary>
    public const int SlotSize = 0x600;

    private const int CounterAt = 8;
    private const int TagAt = 0x18;
    private const int BodyAt = 0x38;
    private const int ClearLength = 256;
    private const int BodyLength = 256 + 640 + 512;

    /// <summary>The slot of a key.</summary>
    /// <param name="secret">The chip's own.</param>
    /// <param name="place">0 or 1.</param>
    /// <param name="number">Of the mark.</param>
    /// <param name="nonce">12 bytes.</param>
    /// <param name="key">1,408 bytes, in clear.</param>
    public static byte[] Write(byte[] secret, byte place, uint number, byte[] nonce, byte[] key)
    {
        byte[] slot = new byte[SlotSize];
        BinaryPrimitives.WriteUInt32BigEndian(slot, number);
        BinaryPrimitives.WriteUInt32BigEndian(slot.AsSpan(4), ~number);
        nonce.CopyTo(slot, CounterAt);
        key.CopyTo(slot, BodyAt);
        Cipher(secret, slot);
        Tag(secret, place, slot).CopyTo(slot, TagAt);
        return slot;
    }

    /// <summary>The key in a slot; the mark and the HMAC must be right.</summary>
    public static byte[] Read(byte[] secret, byte place, byte[] slot)
    {
        Assert.AreEqual(BinaryPrimitives.ReadUInt32BigEndian(slot), ~BinaryPrimitives.ReadUInt32BigEndian(slot.AsSpan(4)));
        Assert.AreSequenceEqual(Tag(secret, place, slot), slot[TagAt..BodyAt]);
        byte[] copy = [.. slot];
        Cipher(secret, copy);
        return copy[BodyAt..(BodyAt + BodyLength)];
    }

    private static byte[] Tag(byte[] secret, byte place, byte[] slot)
    {
        byte[] text = [place, .. slot.AsSpan(0, TagAt), .. slot.AsSpan(BodyAt, BodyLength)];
        return HMACSHA256.HashData(Derive(secret, 2), text);
    }

    private static byte[] Derive(byte[] secret, byte use)
    {
        byte[] text = [use];
        return HMACSHA256.HashData(secret, text);
    }

    // The counter counts in the block's last four bytes.
    private static void Cipher(byte[] secret, byte[] slot)
    {
        using Aes aes = Aes.Create();
        aes.Key = Derive(secret, 1);
        byte[] counter = slot[CounterAt..TagAt];
        for (int at = BodyAt + ClearLength; at < BodyAt + BodyLength; at += counter.Length)
        {
            byte[] stream = aes.EncryptEcb(counter, PaddingMode.None);
            for (int i = 0; i < stream.Length; i++) slot[at + i] ^= stream[i];
            BinaryPrimitives.WriteUInt32BigEndian(counter.AsSpan(12), BinaryPrimitives.ReadUInt32BigEndian(counter.AsSpan(12)) + 1);
        }
    }
}
