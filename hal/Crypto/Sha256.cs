using System;

namespace Nf.Hal.Crypto;

/// <summary>SHA-256 (FIPS 180-4) that can be put away and taken up again: the running hash over the journal's lines.</summary>
/// <remarks>
/// Its state goes to working memory at every commit, so that after a power cut hashing goes on where it stopped.
/// No call allocates. See <see cref="Sha256Rounds"/> for how it is kept cheap on an interpreter.
/// </remarks>
/// <example><code>hash.Reset(); hash.Update(line, 0, line.Length); hash.Finish(digest, 0);</code></example>
public sealed class Sha256
{
    /// <summary>Bytes that <see cref="Save"/> writes: eight words of state, the length, the open block.</summary>
    public const int StateLength = 32 + 8 + BlockLength;

    /// <summary>Bytes of a digest.</summary>
    public const int DigestLength = 32;

    private const int BlockLength = 64;
    private const int LengthPosition = 56;

    private readonly uint[] _state = new uint[8];
    private readonly byte[] _block = new byte[BlockLength];
    private readonly byte[] _lengthBlock = new byte[BlockLength];
    private long _length;

    /// <summary>An empty hash.</summary>
    public Sha256() => Reset();

    /// <summary>Bytes taken in since the last <see cref="Reset"/>.</summary>
    public long Length => _length;

    /// <summary>Starts a new hash.</summary>
    public void Reset()
    {
        _state[0] = 0x6A09E667;
        _state[1] = 0xBB67AE85;
        _state[2] = 0x3C6EF372;
        _state[3] = 0xA54FF53A;
        _state[4] = 0x510E527F;
        _state[5] = 0x9B05688C;
        _state[6] = 0x1F83D9AB;
        _state[7] = 0x5BE0CD19;
        _length = 0;
    }

    /// <summary>Takes in <paramref name="count"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the array.</exception>
    public void Update(byte[] data, int offset, int count)
    {
        if (offset < 0 || count < 0 || offset > data.Length - count) throw new ArgumentOutOfRangeException("count");
        int fill = Fill;
        _length += count;
        while (fill + count >= BlockLength)
        {
            int part = BlockLength - fill;
            Array.Copy(data, offset, _block, fill, part);
            Sha256Rounds.Run(_state, _block);
            offset += part;
            count -= part;
            fill = 0;
        }

        Array.Copy(data, offset, _block, fill, count);
    }

    /// <summary>Writes the digest of what was taken in so far; the running state stays, so hashing may go on.</summary>
    public void Finish(byte[] digest, int offset)
    {
        // The rounds work on the running state, which is put back: a copy would cost every hash another 60 bytes of heap.
        uint a = _state[0], b = _state[1], c = _state[2], d = _state[3];
        uint e = _state[4], f = _state[5], g = _state[6], h = _state[7];
        RunLast();
        WriteWords(_state, digest, offset);
        _state[0] = a;
        _state[1] = b;
        _state[2] = c;
        _state[3] = d;
        _state[4] = e;
        _state[5] = f;
        _state[6] = g;
        _state[7] = h;
    }

    /// <summary>Writes the running state, <see cref="StateLength"/> bytes; equal histories give equal bytes.</summary>
    public void Save(byte[] buffer, int offset)
    {
        int fill = Fill;
        WriteWords(_state, buffer, offset);
        WriteWord(buffer, offset + 32, (uint)(_length >> 32));
        WriteWord(buffer, offset + 36, (uint)_length);
        Array.Copy(_block, 0, buffer, offset + 40, fill);
        Array.Clear(buffer, offset + 40 + fill, BlockLength - fill);
    }

    /// <summary>Takes up a state that <see cref="Save"/> wrote.</summary>
    public void Load(byte[] buffer, int offset)
    {
        for (int i = 0; i < _state.Length; i++) _state[i] = ReadWord(buffer, offset + (i << 2));
        _length = (long)ReadWord(buffer, offset + 32) << 32 | ReadWord(buffer, offset + 36);
        Array.Copy(buffer, offset + 40, _block, 0, BlockLength);
    }

    /// <summary>Takes up where another hash stands.</summary>
    public void CopyFrom(Sha256 other)
    {
        Array.Copy(other._state, _state, _state.Length);
        Array.Copy(other._block, _block, BlockLength);
        _length = other._length;
    }

    /// <summary>Bytes in the open block.</summary>
    private int Fill => (int)_length & (BlockLength - 1);

    // What follows the bytes taken in is free in the open block.
    private void RunLast()
    {
        int fill = Fill;
        byte[] last = _block;
        last[fill++] = 0x80;
        Array.Clear(last, fill, BlockLength - fill);
        if (fill > LengthPosition)
        {
            Sha256Rounds.Run(_state, last);
            last = _lengthBlock;
        }

        WriteWord(last, LengthPosition, (uint)(_length >> 29));
        WriteWord(last, LengthPosition + 4, (uint)(_length << 3));
        Sha256Rounds.Run(_state, last);
    }

    private static void WriteWords(uint[] words, byte[] buffer, int offset)
    {
        for (int i = 0; i < words.Length; i++) WriteWord(buffer, offset + (i << 2), words[i]);
    }

    private static void WriteWord(byte[] buffer, int offset, uint word)
    {
        buffer[offset] = (byte)(word >> 24);
        buffer[offset + 1] = (byte)(word >> 16);
        buffer[offset + 2] = (byte)(word >> 8);
        buffer[offset + 3] = (byte)word;
    }

    private static uint ReadWord(byte[] buffer, int offset) =>
        (uint)(buffer[offset] << 24 | buffer[offset + 1] << 16 | buffer[offset + 2] << 8 | buffer[offset + 3]);
}
