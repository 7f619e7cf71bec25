using System.Reflection;
using System.Security.Cryptography;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Core;

namespace Nf.Tests.Machine.Crypto;

/// <summary>Instructions of the HAL that RSA takes.</summary>
/// <param name="All">Of the whole work.</param>
/// <param name="Longest">Of its longest step, what begins the work included.</param>
public sealed record RsaCost(long All, long Longest)
{
    private const int Seed = 20261124;

    // One for all: stand-ins can be made for one copy of an interface only.
    private static readonly Lazy<CountedModule> Counted = new(() => new CountedModule());

    /// <summary>A verification with exponent 65537, the work with a new modulus included.</summary>
    public static RsaCost Verification(int bits)
    {
        using RSA key = RSA.Create(bits);
        byte[] digest = SHA256.HashData([]);
        byte[] signature = key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        InstructionCounter counter = new(typeof(RsaPublicKey));
        dynamic verifier = Activator.CreateInstance(counter.Assembly.GetType(typeof(RsaPublicKey).FullName!)!, bits)!;
        verifier.Set(key.ExportParameters(false).Modulus!, 0, bits / 8, 65537u);
        RsaCost cost = Of(counter, () => verifier.BeginVerify(digest, 0, signature, 0, signature.Length), () => verifier.Step());
        return verifier.Verified ? cost : throw new InvalidOperationException("a good signature was refused");
    }

    /// <summary>A signature of the software module.</summary>
    public static RsaCost Signature()
    {
        CountedModule module = Counted.Value;
        module.Work(() => module.Module.BeginImport(0, module.NewKey()));
        return module.Work(() => module.Module.BeginSign(0, new byte[32]));
    }

    /// <summary>A key's way into the software module.</summary>
    public static RsaCost Import()
    {
        CountedModule module = Counted.Value;
        return module.Work(() => module.Module.BeginImport(0, module.NewKey()));
    }

    /// <summary>Bringing key and certificate to a TLS stack.</summary>
    public static RsaCost Delivery()
    {
        CountedModule module = Counted.Value;
        module.Work(() => module.Module.BeginImport(0, module.NewKey()));
        return module.Work(() => module.Give());
    }

    /// <summary>A new key of the software module: luck decides after how many candidates.</summary>
    public static RsaCost NewKey()
    {
        CountedModule module = Counted.Value;
        return module.Work(() => module.Module.BeginGenerate(0));
    }

    private static RsaCost Of(InstructionCounter counter, Func<dynamic> begin, Func<bool> step)
    {
        long start = counter.Executed;
        begin();
        long longest = counter.Executed - start;
        for (bool more = true; more;)
        {
            long before = counter.Executed;
            more = step();
            longest = Math.Max(longest, counter.Executed - before);
        }

        return new RsaCost(counter.Executed - start, longest);
    }

    /// <summary>A software module of the counting copy; what it runs over is handed in through stand-ins of the copy's interfaces.</summary>
    private sealed class CountedModule
    {
        private readonly InstructionCounter _counter = new(typeof(SoftwareCryptoModule));

        public CountedModule()
        {
            Mb85rsModel chip = new(new RamStore(Mb85rsModel.Size), new PowerSupply());
            object memory = Stand(typeof(IWorkingMemory), new Mb85rsFram(chip));
            object random = Stand(typeof(IRandomSource), new RandomGeneratorModel(Seed));
            object secret = Stand(typeof(IDeviceSecret), new DeviceSecretModel(SHA256.HashData([1])));
            Module = Activator.CreateInstance(Copy(typeof(SoftwareCryptoModule)), memory, 0, random, secret)!;
        }

        public dynamic Module { get; }

        public RsaCost Work(Func<dynamic> begin)
        {
            RsaCost cost = Of(_counter, begin, () => Module.Poll());
            return (int)Module.Outcome == (int)DeviceResult.Ok ? cost : throw new InvalidOperationException($"the work ended with {Module.Outcome}");
        }

        /// <summary>Begins to bring the key in place 0, with a certificate of usual length, to a TLS stack.</summary>
        public dynamic Give() => Module.BeginGive(0, new byte[1500], 1500, (dynamic)Stand(typeof(ITlsStore), new TlsStoreStub()));

        /// <summary>A key as the copy takes it.</summary>
        public dynamic NewKey()
        {
            using RSA key = RSA.Create(RsaKeySize.ModulusLength * 8);
            RSAParameters numbers = key.ExportParameters(true);
            dynamic copy = Activator.CreateInstance(Copy(typeof(RsaPrivateKey)))!;
            numbers.Modulus!.CopyTo(copy.Modulus, 0);
            numbers.P!.CopyTo(copy.PrimeP, 0);
            numbers.Q!.CopyTo(copy.PrimeQ, 0);
            numbers.DP!.CopyTo(copy.ExponentP, 0);
            numbers.DQ!.CopyTo(copy.ExponentQ, 0);
            numbers.InverseQ!.CopyTo(copy.Coefficient, 0);
            return copy;
        }

        private Type Copy(Type type) => _counter.Assembly.GetType(type.FullName!)!;

        private object Stand(Type type, object target)
        {
            Type copy = Copy(type);
            object stand = typeof(DispatchProxy).GetMethod(nameof(DispatchProxy.Create), 2, [])!.MakeGenericMethod(copy, typeof(StandIn)).Invoke(null, null)!;
            ((StandIn)stand).Target = target;
            return stand;
        }
    }
}
