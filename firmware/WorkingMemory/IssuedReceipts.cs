using System;
using Nf.Firmware.Bytes;
using Nf.Hal.Crypto;

namespace Nf.Firmware.WorkingMemory;

/// <summary>The receipt issued last, and which receipts the host's last keys belong to; part of the working state.</summary>
/// <remarks>
/// A host that lost an answer asks for the same key again and learns the numbers of the receipt that it got the first time.
/// Of a key only the first bytes of its SHA-256 are kept.
/// </remarks>
public sealed class IssuedReceipts
{
    /// <summary>Keys that are kept; the oldest one goes first.</summary>
    public const int MaxKeys = 16;

    /// <summary>Bytes that are kept of a key's SHA-256.</summary>
    internal const int HashLength = 8;

    private const int EntryLength = HashLength + 4;

    // Of each key: hash, day, number.
    private readonly byte[] _keys = new byte[MaxKeys * EntryLength];
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly Sha256 _sha = new Sha256();
    private bool _isAnnounced;
    private int _next;

    /// <summary>Number of the receipt issued last; 0 when there was none.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The day that it belongs to: the number of its Z.</summary>
    public int LastDay { get; private set; }

    /// <summary>Its sale lines.</summary>
    public int LastLines { get; private set; }

    /// <summary>Its total in bani.</summary>
    public long LastTotal { get; private set; }

    /// <summary>The hash announced last.</summary>
    internal byte[] Announced { get; } = new byte[HashLength];

    /// <summary>The receipt issued last bears the key announced last.</summary>
    internal bool LastHasKey { get; private set; }

    /// <summary>The next receipt bears no key.</summary>
    internal void AnnounceNone() => _isAnnounced = false;

    /// <summary>The next receipt, if it is issued, bears this key.</summary>
    internal void Announce(byte[] key, int offset, int count)
    {
        Hash(key, offset, count);
        Array.Copy(_digest, 0, Announced, 0, HashLength);
        _isAnnounced = true;
    }

    /// <summary>Finds the receipt that was issued with a key.</summary>
    internal bool Find(byte[] key, int offset, int count, out int day, out int number)
    {
        Hash(key, offset, count);
        for (int at = 0; at < _keys.Length; at += EntryLength)
        {
            day = Short(at + HashLength);
            number = Short(at + HashLength + 2);
            if (number > 0 && IsHash(at)) return true;
        }

        day = 0;
        number = 0;
        return false;
    }

    /// <summary>A receipt is being issued; the commit that decides it decides this, too.</summary>
    internal void Add(int day, int number, int lines, long total)
    {
        LastDay = day;
        LastNumber = number;
        LastLines = lines;
        LastTotal = total;
        LastHasKey = _isAnnounced;
        _isAnnounced = false;
        if (LastHasKey) Restore(Announced, day, number);
    }

    /// <summary>Puts a key's hash and the receipt that it belongs to in the place of the oldest.</summary>
    internal void Restore(byte[] hash, int day, int number)
    {
        int at = _next * EntryLength;
        Array.Copy(hash, 0, _keys, at, HashLength);
        PutShort(at + HashLength, day);
        PutShort(at + HashLength + 2, number);
        _next = (_next + 1) % MaxKeys;
    }

    public void Clear()
    {
        LastDay = 0;
        LastNumber = 0;
        LastLines = 0;
        LastTotal = 0;
        Array.Clear(_keys, 0, _keys.Length);
        _isAnnounced = false;
        LastHasKey = false;
        _next = 0;
    }

    /// <summary>Writes the receipt issued last, without the keys.</summary>
    internal void SaveLast(ByteWriter writer)
    {
        writer.U16(LastDay);
        writer.U16(LastNumber);
        writer.U16(LastLines);
        writer.I64(LastTotal);
    }

    /// <summary>Reads what <see cref="SaveLast"/> wrote.</summary>
    internal void LoadLast(ByteReader reader)
    {
        LastDay = reader.U16();
        LastNumber = reader.U16();
        LastLines = reader.U16();
        LastTotal = reader.I64();
    }

    public void Save(ByteWriter writer)
    {
        SaveLast(writer);
        writer.U8(_next);
        writer.Bytes(_keys, 0, _keys.Length);
    }

    public void Load(ByteReader reader)
    {
        LoadLast(reader);
        _next = reader.U8() % MaxKeys;
        reader.Bytes(_keys, 0, _keys.Length);
    }

    private void Hash(byte[] key, int offset, int count)
    {
        _sha.Reset();
        _sha.Update(key, offset, count);
        _sha.Finish(_digest, 0);
    }

    private bool IsHash(int at)
    {
        for (int i = 0; i < HashLength; i++)
            if (_keys[at + i] != _digest[i]) return false;
        return true;
    }

    private int Short(int at) => _keys[at] | (_keys[at + 1] << 8);

    private void PutShort(int at, int value)
    {
        _keys[at] = (byte)value;
        _keys[at + 1] = (byte)(value >> 8);
    }
}
