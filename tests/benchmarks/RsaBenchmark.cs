using System.Security.Cryptography;
using Nf.Hal.Crypto;
using Nf.Tests.Machine.Core;

namespace Nf.Benchmarks;

/// <summary>What a board's interpreter has to execute for RSA; the same on every machine.</summary>
public sealed class RsaBenchmark : IBenchmark
{
    public string Name => "rsa";

    public IEnumerable<Figure> Run()
    {
        foreach (var bits in new[] { 2048, 3072, 4096 })
        {
            var (all, longest) = Verification(bits);
            yield return new Figure($"rsa: {bits} bits, verify", all, "instructions");
            yield return new Figure($"rsa: {bits} bits, verify, longest step", longest, "instructions", "<= 20,000");
        }
    }

    private static (long All, long Longest) Verification(int bits)
    {
        using var key = RSA.Create(bits);
        var digest = SHA256.HashData([]);
        var signature = key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var counter = new InstructionCounter(typeof(RsaPublicKey));
        dynamic verifier = Activator.CreateInstance(counter.Assembly.GetType(typeof(RsaPublicKey).FullName!)!, bits)!;
        verifier.Set(key.ExportParameters(false).Modulus!, 0, bits / 8, 65537u);
        verifier.BeginVerify(digest, 0, signature, 0, signature.Length);
        var figures = Steps(counter, () => verifier.Step());
        return verifier.Verified ? figures : throw new InvalidOperationException("a good signature was refused");
    }

    private static (long All, long Longest) Steps(InstructionCounter counter, Func<bool> step)
    {
        var start = counter.Executed;
        long longest = 0;
        for (var more = true; more;)
        {
            var before = counter.Executed;
            more = step();
            longest = Math.Max(longest, counter.Executed - before);
        }

        return (counter.Executed - start, longest);
    }
}
