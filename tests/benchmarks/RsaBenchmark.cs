using Nf.Tests.Machine.Crypto;

namespace Nf.Benchmarks;

/// <summary>What a board's interpreter has to execute for RSA; the same on every machine but for a new key, which luck makes.</summary>
public sealed class RsaBenchmark : IBenchmark
{
    public string Name => "rsa";

    public IEnumerable<Figure> Run()
    {
        foreach (var bits in new[] { 2048, 3072, 4096 })
            foreach (var figure in Figures($"verify, {bits} bits", RsaCost.Verification(bits))) yield return figure;
        foreach (var figure in Figures("sign, 2048 bits", RsaCost.Signature(), "<= 130 million")) yield return figure;
        foreach (var figure in Figures("import, 2048 bits", RsaCost.Import())) yield return figure;
        foreach (var figure in Figures("key and certificate to a TLS stack", RsaCost.Delivery())) yield return figure;
        foreach (var figure in Figures("new key, 2048 bits", RsaCost.NewKey())) yield return figure;
    }

    private static Figure[] Figures(string name, RsaCost cost, string target = "") =>
    [
        new($"rsa: {name}", cost.All, "instructions", target),
        new($"rsa: {name}, longest step", cost.Longest, "instructions", "<= 20,000"),
    ];
}
