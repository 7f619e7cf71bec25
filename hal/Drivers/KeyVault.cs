using System;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Keeps private keys in a memory outside the chip, encrypted and authenticated with keys from the device secret.</summary>
/// <remarks>
/// AES-256 in counter mode, then HMAC-SHA256 over all of it. Each of the two places has two slots: a new key is written
/// into the one that is free, read back and checked, and a mark makes it the place's key, so that a power cut leaves the
/// old key or the new one. docs/reference/module-memory.md has the bytes.
/// </remarks>
internal sealed class KeyVault : IStepwise
{
    /// <summary>Places for keys.</summary>
    public const int Places = 2;

    private const int SlotSize = 0x600;
    private const int NonceAt = 8;
    private const int NonceLength = 12;
    private const int TagAt = NonceAt + Aes256.BlockLength;
    private const int BodyAt = TagAt + Sha256.DigestLength;
    private const int BlocksAStep = 2;
    private const int HashedAStep = 128;

    private const int Idle = 0;
    private const int Nonce = 1;
    private const int Encryption = 2;
    private const int Tag = 3;
    private const int Writing = 4;
    private const int Authentication = 5;
    private const int Decryption = 6;

    private readonly IWorkingMemory _memory;
    private readonly int _address;
    private readonly HmacDrbg _random;
    private readonly Aes256 _cipher = new Aes256();
    private readonly HmacSha256 _mac = new HmacSha256();
    private readonly byte[] _header = new byte[BodyAt];
    private readonly byte[] _counter = new byte[Aes256.BlockLength];
    private readonly byte[] _tag = new byte[Sha256.DigestLength];
    private readonly byte[] _place = new byte[1];
    private int _phase;
    private int _at;
    private int _slot;
    private bool _saves;

    /// <param name="memory">What keeps the slots.</param>
    /// <param name="address">Where they begin.</param>
    /// <param name="random">For nonces.</param>
    public KeyVault(IWorkingMemory memory, int address, HmacDrbg random)
    {
        _memory = memory;
        _address = address;
        _random = random;
    }

    /// <summary>The key that was loaded, or is to be saved; see <see cref="RsaKeyBytes"/>. Saving leaves it encrypted.</summary>
    public byte[] Key { get; } = new byte[RsaKeyBytes.Length];

    /// <summary>What became of the last loading or saving.</summary>
    public DeviceResult Outcome { get; private set; }

    /// <summary>Makes the keys from the secret, which is overwritten, and finishes what a power cut left.</summary>
    public void Open(byte[] secret)
    {
        _mac.SetKey(secret, 0, DeviceSecretSize.Length);
        DeriveKey(1, secret);
        _cipher.SetKey(secret, 0);
        DeriveKey(2, secret);
        _mac.SetKey(secret, 0, Sha256.DigestLength);
        Array.Clear(secret, 0, secret.Length);
        for (int place = 0; place < Places; place++) WipeOthers(place, Current(place));
    }

    /// <summary>A whole key is in the place.</summary>
    public bool Has(int place) => Current(place) >= 0;

    /// <summary>Reads the key's modulus, which is not encrypted.</summary>
    public DeviceResult ReadModulus(int place, byte[] buffer, int offset)
    {
        int slot = Current(place);
        return slot < 0 ? DeviceResult.Failed : _memory.Read(slot + BodyAt + RsaKeyBytes.Modulus, buffer, offset, RsaKeySize.ModulusLength);
    }

    /// <summary>Begins to read a place's key.</summary>
    public void BeginLoad(int place)
    {
        _place[0] = (byte)place;
        _saves = false;
        _slot = Current(place);
        if (_slot < 0) End(DeviceResult.Failed);
        else BeginReading();
    }

    /// <summary>Begins to write <see cref="Key"/> into a place.</summary>
    public void BeginSave(int place)
    {
        int current = Current(place);
        _place[0] = (byte)place;
        _saves = true;
        _slot = SlotAddress(place, current == SlotAddress(place, 0) ? 1 : 0);
        uint sequence = current < 0 ? 0 : ReadMark(current);
        Array.Clear(_header, 0, _header.Length);
        PutMark(sequence + 1);
        _at = RsaKeyBytes.PrimeP;
        _phase = Nonce;
        DeviceResult result = _random.Begin(_header, NonceAt, NonceLength);
        if (result != DeviceResult.Ok) End(result);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        switch (_phase)
        {
            case Nonce:
                if (_random.Step()) break;
                Array.Copy(_header, NonceAt, _counter, 0, _counter.Length);
                _phase = Encryption;
                break;
            case Encryption:
                if (!Cipher()) BeginMac(Tag);
                break;
            case Tag:
                if (Hash()) break;
                _mac.Finish(_header, TagAt);
                _phase = Writing;
                break;
            case Writing:
                WriteSlot();
                break;
            case Authentication:
                if (!Hash()) Authenticate();
                break;
            case Decryption:
                if (!Cipher()) End(DeviceResult.Ok);
                break;
        }

        return _phase != Idle;
    }

    /// <summary>Forgets a place's key. A slot that is not in use goes first, so that a cut brings no older key back.</summary>
    public DeviceResult Erase(int place)
    {
        int current = Current(place);
        WipeOthers(place, current);
        return current < 0 ? DeviceResult.Ok : Wipe(current);
    }

    /// <summary>Overwrites the key in this object.</summary>
    public void WipeKey() => Array.Clear(Key, 0, Key.Length);

    private int SlotAddress(int place, int slot) => _address + ((place << 1) + slot) * SlotSize;

    private void DeriveKey(byte use, byte[] key)
    {
        _place[0] = use;
        _mac.Update(_place, 0, 1);
        _mac.Finish(key, 0);
    }

    /// <summary>The address of the slot that has the place's key; -1 without one.</summary>
    private int Current(int place)
    {
        int first = SlotAddress(place, 0);
        int second = SlotAddress(place, 1);
        uint firstMark = ReadMark(first);
        uint secondMark = ReadMark(second);
        if (firstMark == 0 && secondMark == 0) return -1;
        return secondMark > firstMark ? second : first;
    }

    /// <summary>The number of a slot's key, higher for a newer one; 0 for a slot without a whole mark.</summary>
    private uint ReadMark(int slot)
    {
        if (_memory.Capacity == 0 || _memory.Read(slot, _tag, 0, NonceAt) != DeviceResult.Ok) return 0;
        uint number = (uint)(_tag[0] << 24 | _tag[1] << 16 | _tag[2] << 8 | _tag[3]);
        uint complement = (uint)(_tag[4] << 24 | _tag[5] << 16 | _tag[6] << 8 | _tag[7]);
        return number == ~complement ? number : 0;
    }

    private void PutMark(uint number)
    {
        for (int i = 0; i < 4; i++)
        {
            _header[i] = (byte)(number >> 24 - (i << 3));
            _header[i + 4] = (byte)~_header[i];
        }
    }

    private void BeginReading()
    {
        DeviceResult result = _memory.Read(_slot, _header, 0, BodyAt);
        if (result == DeviceResult.Ok) result = _memory.Read(_slot + BodyAt, Key, 0, Key.Length);
        if (result == DeviceResult.Ok) BeginMac(Authentication);
        else End(result);
    }

    private void BeginMac(int phase)
    {
        _mac.Reset();
        _mac.Update(_place, 0, 1);
        _mac.Update(_header, 0, TagAt);
        _at = 0;
        _phase = phase;
    }

    /// <summary>Hashes on; false when all is in.</summary>
    private bool Hash()
    {
        if (_at == Key.Length) return false;
        _mac.Update(Key, _at, HashedAStep);
        _at += HashedAStep;
        return true;
    }

    /// <summary>Encrypts or decrypts on; false when all is done.</summary>
    private bool Cipher()
    {
        for (int i = 0; i < BlocksAStep; i++, _at += Aes256.BlockLength) _cipher.Xor(_counter, Key, _at, Aes256.BlockLength);
        return _at < Key.Length;
    }

    /// <summary>All but the mark, which is zero until everything else is there and was read back.</summary>
    private void WriteSlot()
    {
        DeviceResult result = Wipe(_slot);
        if (result == DeviceResult.Ok) result = _memory.Write(_slot + NonceAt, _header, NonceAt, BodyAt - NonceAt);
        if (result == DeviceResult.Ok) result = _memory.Write(_slot + BodyAt, Key, 0, Key.Length);
        if (result == DeviceResult.Ok) result = _memory.Read(_slot + BodyAt, Key, 0, Key.Length);
        if (result == DeviceResult.Ok) BeginMac(Authentication);
        else End(result);
    }

    private void Authenticate()
    {
        _mac.Finish(_tag, 0);
        int difference = 0;
        for (int i = 0; i < _tag.Length; i++) difference |= _tag[i] ^ _header[TagAt + i];
        if (difference != 0)
        {
            End(DeviceResult.Failed);
        }
        else if (_saves)
        {
            Mark();
        }
        else
        {
            _at = RsaKeyBytes.PrimeP;
            Array.Copy(_header, NonceAt, _counter, 0, _counter.Length);
            _phase = Decryption;
        }
    }

    private void Mark()
    {
        DeviceResult result = _memory.Write(_slot, _header, 0, NonceAt);
        if (result == DeviceResult.Ok) WipeOthers(_place[0], _slot);
        End(result);
    }

    private void End(DeviceResult outcome)
    {
        Outcome = outcome;
        _phase = Idle;
    }

    /// <summary>Overwrites the slots of a place that are not in use and not empty.</summary>
    private void WipeOthers(int place, int current)
    {
        for (int i = 0; i < 2; i++)
        {
            int slot = SlotAddress(place, i);
            if (slot != current && !IsEmpty(slot)) Wipe(slot);
        }
    }

    private bool IsEmpty(int slot)
    {
        if (_memory.Capacity == 0 || _memory.Read(slot + BodyAt, _tag, 0, _tag.Length) != DeviceResult.Ok) return true;
        int some = 0;
        for (int i = 0; i < _tag.Length; i++) some |= _tag[i];
        return some == 0;
    }

    /// <summary>Overwrites a slot with zeros, the mark first and what <see cref="IsEmpty"/> looks at last.</summary>
    private DeviceResult Wipe(int slot)
    {
        DeviceResult result = _memory.Write(slot, Zeros, 0, BodyAt);
        for (int at = SlotSize - Zeros.Length; at >= BodyAt && result == DeviceResult.Ok; at -= Zeros.Length) result = _memory.Write(slot + at, Zeros, 0, Zeros.Length);
        return result == DeviceResult.Ok ? _memory.Write(slot + BodyAt, Zeros, 0, Zeros.Length) : result;
    }

    private static readonly byte[] Zeros = new byte[64];
}
