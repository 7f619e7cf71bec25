using System;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The cryptographic module in software, for boards without a secure element: the same work, less well kept.</summary>
/// <remarks>
/// Keys lie in a memory beside the chip, encrypted with what the chip keeps to itself. A step of <see cref="Poll"/>
/// executes at most 20,000 instructions; a signature takes some 70 million, a new key 2,000 million and more, as luck has it.
/// <code>ICryptoModule module = new SoftwareCryptoModule(fram, address, boardRandom, boardSecret);</code>
/// </remarks>
public sealed class SoftwareCryptoModule : ICryptoModule
{
    /// <summary>Bytes that the keys take in the memory.</summary>
    public const int MemorySize = 0x1800;

    private const int Idle = 0;
    private const int Making = 1;
    private const int Seeding = 2;
    private const int Checking = 3;
    private const int Saving = 4;
    private const int Blinding = 5;
    private const int Loading = 6;
    private const int Signing = 7;
    private const int Fetching = 8;
    private const int Giving = 9;

    private readonly IWorkingMemory _memory;
    private readonly HmacDrbg _random;
    private readonly IRandomSource _source;
    private readonly KeyVault _vault;
    private readonly byte[] _signature = new byte[RsaKeySize.ModulusLength];
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly byte[] _fresh = new byte[4];
    private readonly bool _hasSecret;
    // Only while work is under way that needs them: together they take 15 KB of heap.
    private RsaArithmetic _rsa;
    private RsaSigning _signing;
    private RsaKeyCheck _check;
    private RsaKeyMaking _making;
    private KeyDelivery _delivery;
    private IStepwise _runner;
    private HmacDrbg _given;
    private bool _runs;
    private int _place;
    private int _work;

    /// <param name="memory">Keeps the keys.</param>
    /// <param name="address">Where its <see cref="MemorySize"/> bytes begin.</param>
    /// <param name="source">Random bits.</param>
    /// <param name="secret">What stays in the chip; without it the module is not present.</param>
    public SoftwareCryptoModule(IWorkingMemory memory, int address, IRandomSource source, IDeviceSecret secret)
        : this(memory, address, source, secret, new SoftwarePrimitives())
    {
    }

    /// <param name="memory">Keeps the keys.</param>
    /// <param name="address">Where its <see cref="MemorySize"/> bytes begin.</param>
    /// <param name="source">Random bits.</param>
    /// <param name="secret">What stays in the chip; without it the module is not present.</param>
    /// <param name="primitives">Who encrypts and hashes what the memory keeps.</param>
    public SoftwareCryptoModule(IWorkingMemory memory, int address, IRandomSource source, IDeviceSecret secret, ICryptoPrimitives primitives)
    {
        _memory = memory;
        _random = new HmacDrbg(source);
        _source = source;
        _vault = new KeyVault(memory, address, _random, primitives);
        byte[] bytes = new byte[DeviceSecretSize.Length];
        _hasSecret = secret.Read(bytes) == DeviceResult.Ok;
        if (_hasSecret) _vault.Open(bytes);
    }

    /// <inheritdoc/>
    public bool Present => _hasSecret && _memory.Capacity > 0;

    /// <inheritdoc/>
    public bool IsBusy => _work != Idle;

    /// <inheritdoc/>
    public DeviceResult Outcome { get; private set; }

    /// <inheritdoc/>
    public bool HasKey(int place) => Present && _vault.Has(Checked(place));

    /// <inheritdoc/>
    public DeviceResult ReadModulus(int place, byte[] buffer, int offset) =>
        Present ? _vault.ReadModulus(Checked(place), buffer, offset) : DeviceResult.NotConnected;

    /// <inheritdoc/>
    public DeviceResult BeginSign(int place, byte[] digest)
    {
        Enter(place);
        Array.Clear(_signature, 0, _signature.Length);
        if (!HasKey(place)) return End(DeviceResult.Failed);
        Array.Copy(digest, _digest, _digest.Length);
        return BeginRandom(_fresh, 0, _fresh.Length, Blinding);
    }

    /// <inheritdoc/>
    public void ReadSignature(byte[] buffer, int offset) => Array.Copy(_signature, 0, buffer, offset, RsaKeySize.ModulusLength);

    /// <inheritdoc/>
    public DeviceResult BeginGenerate(int place)
    {
        Enter(place);
        if (!Present) return End(DeviceResult.NotConnected);
        _making = new RsaKeyMaking(Rsa(), _random);
        _making.Begin(_vault.Key);
        return Run(_making, Making);
    }

    /// <inheritdoc/>
    public DeviceResult BeginImport(int place, RsaPrivateKey key)
    {
        Enter(place);
        if (!Present) return End(DeviceResult.NotConnected);
        RsaKeyBytes.Copy(key, _vault.Key);
        return BeginRandom(_vault.Key, RsaKeyBytes.Blinder, RsaKeySize.ModulusLength, Seeding);
    }

    /// <inheritdoc/>
    public DeviceResult Erase(int place)
    {
        Enter(place);
        return Present ? _vault.Erase(place) : DeviceResult.NotConnected;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The stack of a development board has the key from then on, in its own memory and unencrypted: it can do without a
    /// module only so. Half a million instructions, once for each certificate.
    /// </remarks>
    public DeviceResult BeginGive(int place, byte[] certificate, int count, ITlsStore store)
    {
        Enter(place);
        if (!HasKey(place)) return End(Present ? DeviceResult.Failed : DeviceResult.NotConnected);
        _delivery = new KeyDelivery(Rsa());
        _delivery.Prepare(place, certificate, count, store);
        _vault.BeginLoad(place);
        return Run(_vault, Fetching);
    }

    /// <inheritdoc/>
    public DeviceResult Random(byte[] buffer, int offset, int count)
    {
        if (_given == null) _given = new HmacDrbg(_source);
        DeviceResult result = _given.Begin(buffer, offset, count);
        while (result == DeviceResult.Ok && _given.Step()) { }
        return result;
    }

    /// <inheritdoc/>
    public bool Poll()
    {
        if (_work == Idle) return false;
        if (_runs) _runs = _runner.Step();
        else Next();
        return true;
    }

    private static int Checked(int place)
    {
        if (place < 0 || place >= KeySlots.Places) throw new ArgumentOutOfRangeException("place");
        return place;
    }

    private void Enter(int place)
    {
        if (IsBusy) throw new InvalidOperationException("work is under way");
        _place = Checked(place);
    }

    private RsaArithmetic Rsa()
    {
        if (_rsa == null) _rsa = new RsaArithmetic();
        return _rsa;
    }

    private DeviceResult BeginRandom(byte[] buffer, int offset, int count, int work)
    {
        DeviceResult result = _random.Begin(buffer, offset, count);
        return result == DeviceResult.Ok ? Run(_random, work) : End(result);
    }

    private DeviceResult Run(IStepwise runner, int work)
    {
        _runner = runner;
        _runs = true;
        _work = work;
        return DeviceResult.Ok;
    }

    /// <summary>Ends the work under way, if any, and wipes what it had.</summary>
    private DeviceResult End(DeviceResult outcome)
    {
        Outcome = outcome;
        _work = Idle;
        _vault.WipeKey();
        if (_rsa != null) _rsa.Wipe();
        _rsa = null;
        _signing = null;
        _check = null;
        _making = null;
        _delivery = null;
        _runner = null;
        return outcome;
    }

    /// <summary>A part of the work ended: begins what comes next.</summary>
    private void Next()
    {
        switch (_work)
        {
            case Making:
                if (_making.Good) BeginRandom(_vault.Key, RsaKeyBytes.Blinder, RsaKeySize.ModulusLength, Seeding);
                else End(DeviceResult.Failed);
                break;
            case Seeding:
                _check = new RsaKeyCheck(Rsa(), new RsaSigning(Rsa()));
                _check.Begin(_vault.Key);
                Run(_check, Checking);
                break;
            case Checking when _check.Good:
                _vault.BeginSave(_place);
                Run(_vault, Saving);
                break;
            case Blinding:
                _vault.BeginLoad(_place);
                Run(_vault, Loading);
                break;
            case Loading when _vault.Outcome == DeviceResult.Ok:
                _signing = new RsaSigning(Rsa());
                _signing.Begin(_vault.Key, (uint)(_fresh[0] << 24 | _fresh[1] << 16 | _fresh[2] << 8 | _fresh[3]), _digest, 0);
                Run(_signing, Signing);
                break;
            case Fetching when _vault.Outcome == DeviceResult.Ok:
                _delivery.Begin(_vault.Key);
                Run(_delivery, Giving);
                break;
            case Giving:
                End(_delivery.Outcome);
                break;
            case Saving:
            case Loading:
            case Fetching:
                End(_vault.Outcome);
                break;
            case Signing when _signing.Good:
                Array.Copy(_signing.Signature, _signature, _signature.Length);
                End(DeviceResult.Ok);
                break;
            default:
                End(DeviceResult.Failed);
                break;
        }
    }
}
