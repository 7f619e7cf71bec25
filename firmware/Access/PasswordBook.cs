using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Access;

/// <summary>The passwords: kept as salted digests, checked a bounded step a turn (norms, art. 22 G b)).</summary>
/// <remarks>
/// Who has no password of his own has the first one: an operator his number in four digits, the technician 1234, the
/// manager none. What was right once is known again by its first round until the power goes, so that a receipt does not
/// wait for all of them.
/// </remarks>
internal sealed class PasswordBook
{
    internal const int MinLength = 4;
    internal const int MaxLength = 8;

    private const string FirstOfTechnician = "1234";
    private const int SaltOffset = 1;
    private const int SaltLength = 7;
    private const int DigestOffset = SaltOffset + SaltLength;
    private const int DigestLength = AccessLayout.PasswordLength - DigestOffset;
    private const int KnownLength = 8;

    private readonly CellStore _cells;
    private readonly IUptime _uptime;
    private readonly IClock _clock;
    private readonly WrongTries _tries;
    private readonly PasswordHash _check;
    private readonly PasswordHash _change;
    private readonly byte[] _read = new byte[AccessLayout.PasswordLength];
    private readonly byte[] _cell = new byte[AccessLayout.PasswordLength];
    private readonly byte[] _newCell = new byte[AccessLayout.PasswordLength];
    private readonly byte[] _first = new byte[KnownLength];
    private readonly byte[] _known = new byte[Holders.Count * KnownLength];
    private readonly bool[] _isKnown = new bool[Holders.Count];

    internal PasswordBook(CellStore cells, IUptime uptime, IClock clock, ICryptoPrimitives primitives)
    {
        _check = new PasswordHash(primitives);
        _change = new PasswordHash(primitives);
        _cells = cells;
        _uptime = uptime;
        _clock = clock;
        _tries = new WrongTries(cells, uptime);
    }

    /// <summary>Once, at start.</summary>
    internal void Load() => _tries.Load();

    /// <summary>Seconds that the try refused last has to wait.</summary>
    internal int Delay { get; private set; }

    /// <summary>The holder has chosen a password.</summary>
    internal bool HasOwn(int holder) => _cells.Read(AccessLayout.Password(holder), _read, _read.Length) && _read[0] == 1;

    /// <summary>Compares a password. Busy: ask again with the same.</summary>
    internal FiscalError Check(int holder, byte[] text, int offset, int length)
    {
        if (!_check.IsUnderWay)
        {
            Delay = _tries.SecondsToWait(holder);
            if (Delay > 0) return FiscalError.PasswordDelayed;
            if (!HasOwn(holder)) return Judge(holder, IsFirst(holder, text, offset, length));
            if (length > MaxLength) return Judge(holder, false);
            Array.Copy(_read, _cell, _cell.Length);
            _check.Begin(_cell, SaltOffset, SaltLength, text, offset, length);
            Array.Copy(_check.Digest, _first, KnownLength);
            if (IsKnown(holder)) return Judge(holder, true);
        }

        if (!_check.Step()) return FiscalError.Busy;
        bool right = true;
        for (int i = 0; i < DigestLength; i++) right &= _check.Digest[i] == _cell[DigestOffset + i];
        if (right) Know(holder);
        return Judge(holder, right);
    }

    /// <summary>Gives the holder a new password. Busy: ask again with the same.</summary>
    internal FiscalError Change(int holder, byte[] text, int offset, int length)
    {
        if (!_change.IsUnderWay)
        {
            if (!IsFit(text, offset, length)) return FiscalError.PasswordUnfit;
            MakeSalt(holder);
            _change.Begin(_newCell, SaltOffset, SaltLength, text, offset, length);
        }

        if (!_change.Step()) return FiscalError.Busy;
        _newCell[0] = 1;
        Array.Copy(_change.Digest, 0, _newCell, DigestOffset, DigestLength);
        _change.Clear();
        return Write(holder);
    }

    /// <summary>Gives the holder his first password back.</summary>
    internal FiscalError Reset(int holder)
    {
        if (!HasOwn(holder)) return FiscalError.None;
        Array.Clear(_newCell, 0, _newCell.Length);
        return Write(holder);
    }

    private FiscalError Write(int holder)
    {
        _isKnown[holder] = false;
        FiscalError error = _cells.Write(AccessLayout.Password(holder), _newCell, _newCell.Length);
        return error == FiscalError.None ? _tries.Right(holder) : error;
    }

    private FiscalError Judge(int holder, bool right)
    {
        _check.Clear();
        FiscalError error = right ? _tries.Right(holder) : _tries.Wrong(holder);
        return error == FiscalError.None && !right ? FiscalError.WrongPassword : error;
    }

    private static bool IsFirst(int holder, byte[] text, int offset, int length)
    {
        if (holder == Holders.Manager || length != MinLength) return false;
        for (int i = MinLength - 1, rest = holder; i >= 0; i--, rest /= 10)
        {
            int expected = holder == Holders.Technician ? FirstOfTechnician[i] : '0' + rest % 10;
            if (text[offset + i] != expected) return false;
        }

        return true;
    }

    private static bool IsFit(byte[] text, int offset, int length)
    {
        if (length < MinLength || length > MaxLength) return false;
        for (int i = offset; i < offset + length; i++)
        {
            int lower = text[i] | 0x20;
            bool isDigit = text[i] >= '0' && text[i] <= '9';
            if (!isDigit && (lower < 'a' || lower > 'z')) return false;
        }

        return true;
    }

    // A salt must differ, not be secret: moment, running time, holder and the salt before see to that.
    private void MakeSalt(int holder)
    {
        _clock.Read(out DateTime now);
        var seed = new byte[17 + SaltLength];
        var writer = new ByteWriter(seed);
        writer.I64(now.Ticks);
        writer.I64(_uptime.Milliseconds);
        writer.U8(holder);
        writer.Bytes(_newCell, SaltOffset, SaltLength);
        var sha = new Sha256();
        var digest = new byte[Sha256.DigestLength];
        sha.Update(seed, 0, seed.Length);
        sha.Finish(digest, 0);
        Array.Copy(digest, 0, _newCell, SaltOffset, SaltLength);
    }

    private bool IsKnown(int holder)
    {
        bool same = _isKnown[holder];
        for (int i = 0; i < KnownLength; i++) same &= _known[holder * KnownLength + i] == _first[i];
        return same;
    }

    private void Know(int holder)
    {
        Array.Copy(_first, 0, _known, holder * KnownLength, KnownLength);
        _isKnown[holder] = true;
    }
}
