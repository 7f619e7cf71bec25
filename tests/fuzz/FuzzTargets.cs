using Nf.Fuzz.Targets;

namespace Nf.Fuzz;

/// <summary>All targets.</summary>
public static class FuzzTargets
{
    public static readonly IReadOnlyList<IFuzzTarget> All =
    [
        new PemTarget(),
        new CertificateTarget(),
        new SignedTarget(),
        new KeyTarget(),
        new RequestTarget(),
        new HttpTarget(),
        new UrlTarget(),
        new ConfigurationTarget(),
        new ModemTarget(),
        new HostTarget(),
        new UpdateTarget(),
    ];

    /// <summary>A target by its name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IFuzzTarget Find(string name) => All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"no such target; there are {string.Join(", ", All.Select(target => target.Name))}");

    /// <summary>Says that a parser broke its word.</summary>
    public static void Check(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException(what);
    }
}
