using System;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Keeps private keys in a memory outside the chip, encrypted and authenticated with keys from the device secret.</summary>
/// <remarks>
/// A new key is written into the slot of its place that is free, read back and checked, and a mark makes it the place's
/// key, so that a power cut leaves the old key or the new one. docs/reference/module-memory.md has the bytes.
/// </remarks>
internal sealed class KeyVault : IStepwise
{
    private const int NonceAt = KeySlots.MarkLength;
    private const int NonceLength = 12;
    private const int TagAt = NonceAt + Aes256.BlockLength;
    private const int BodyAt = KeySlots.BodyAt;

    private const int Idle = 0;
    private const int Nonce = 1;
    private const int Encryption = 2;
    private const int Tag = 3;
    private const int Writing = 4;
    private const int Authentication = 5;
    private const int Decryption = 6;

    private readonly IWorkingMemory _memory;
    private readonly KeySlots _slots;
    private readonly HmacDrbg _random;
    private readonly KeySeal _seal;
    private readonly byte[] _header = new byte[BodyAt];
    private readonly byte[] _tag = new byte[Sha256.DigestLength];
    private int _phase;
    private int _place;
    private int _slot;
    private bool _saves;

    /// <param name="memory">What keeps the slots.</param>
    /// <param name="address">Where they begin.</param>
    /// <param name="random">For nonces.</param>
    /// <param name="primitives">Who encrypts and hashes.</param>
    public KeyVault(IWorkingMemory memory, int address, HmacDrbg random, ICryptoPrimitives primitives)
    {
        _seal = new KeySeal(primitives);
        _memory = memory;
        _slots = new KeySlots(memory, address);
        _random = random;
    }

    /// <summary>The key that was loaded, or is to be saved; see <see cref="RsaKeyBytes"/>. Saving leaves it encrypted.</summary>
    public byte[] Key { get; } = new byte[RsaKeyBytes.Length];

    /// <summary>What became of the last loading or saving.</summary>
    public DeviceResult Outcome { get; private set; }

    /// <summary>Makes the keys from the secret, which is overwritten, and finishes what a power cut left.</summary>
    public void Open(byte[] secret)
    {
        _seal.Open(secret);
        for (int place = 0; place < KeySlots.Places; place++) _slots.WipeOthers(place, _slots.Current(place));
    }

    /// <summary>A whole key is in the place.</summary>
    public bool Has(int place) => _slots.Current(place) >= 0;

    /// <summary>Reads the key's modulus, which is not encrypted.</summary>
    public DeviceResult ReadModulus(int place, byte[] buffer, int offset)
    {
        int slot = _slots.Current(place);
        return slot < 0 ? DeviceResult.Failed : _memory.Read(slot + BodyAt + RsaKeyBytes.Modulus, buffer, offset, RsaKeySize.ModulusLength);
    }

    /// <summary>Begins to read a place's key.</summary>
    public void BeginLoad(int place)
    {
        _place = place;
        _saves = false;
        _slot = _slots.Current(place);
        if (_slot < 0) End(DeviceResult.Failed);
        else BeginReading();
    }

    /// <summary>Begins to write <see cref="Key"/> into a place.</summary>
    public void BeginSave(int place)
    {
        _place = place;
        _saves = true;
        Array.Clear(_header, 0, _header.Length);
        _slot = _slots.Free(place, _header);
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
                _seal.BeginCipher(_header, NonceAt);
                _phase = Encryption;
                break;
            case Encryption:
                if (!_seal.Cipher(Key)) BeginMac(Tag);
                break;
            case Tag:
                if (_seal.Hash(Key)) break;
                _seal.Finish(_header, TagAt);
                _phase = Writing;
                break;
            case Writing:
                WriteSlot();
                break;
            case Authentication:
                if (!_seal.Hash(Key)) Authenticate();
                break;
            case Decryption:
                if (!_seal.Cipher(Key)) End(DeviceResult.Ok);
                break;
        }

        return _phase != Idle;
    }

    /// <summary>Forgets a place's key. A slot that is not in use goes first, so that a cut brings no older key back.</summary>
    public DeviceResult Erase(int place)
    {
        int current = _slots.Current(place);
        _slots.WipeOthers(place, current);
        return current < 0 ? DeviceResult.Ok : _slots.Wipe(current);
    }

    /// <summary>Overwrites the key in this object.</summary>
    public void WipeKey() => Array.Clear(Key, 0, Key.Length);

    private void BeginReading()
    {
        DeviceResult result = _memory.Read(_slot, _header, 0, BodyAt);
        if (result == DeviceResult.Ok) result = _memory.Read(_slot + BodyAt, Key, 0, Key.Length);
        if (result == DeviceResult.Ok) BeginMac(Authentication);
        else End(result);
    }

    private void BeginMac(int phase)
    {
        _seal.BeginMac(_place, _header, TagAt);
        _phase = phase;
    }

    /// <summary>All but the mark, which is zero until everything else is there and was read back.</summary>
    private void WriteSlot()
    {
        DeviceResult result = _slots.Wipe(_slot);
        if (result == DeviceResult.Ok) result = _memory.Write(_slot + NonceAt, _header, NonceAt, BodyAt - NonceAt);
        if (result == DeviceResult.Ok) result = _memory.Write(_slot + BodyAt, Key, 0, Key.Length);
        if (result == DeviceResult.Ok) result = _memory.Read(_slot + BodyAt, Key, 0, Key.Length);
        if (result == DeviceResult.Ok) BeginMac(Authentication);
        else End(result);
    }

    private void Authenticate()
    {
        _seal.Finish(_tag, 0);
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
            _seal.BeginCipher(_header, NonceAt);
            _phase = Decryption;
        }
    }

    private void Mark()
    {
        DeviceResult result = _memory.Write(_slot, _header, 0, NonceAt);
        if (result == DeviceResult.Ok) _slots.WipeOthers(_place, _slot);
        End(result);
    }

    private void End(DeviceResult outcome)
    {
        Outcome = outcome;
        _phase = Idle;
    }
}
