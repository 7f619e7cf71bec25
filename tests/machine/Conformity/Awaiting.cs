namespace Nf.Tests.Machine.Conformity;

/// <summary>Rules of the firmware that no test shows yet: their functions are being built. Each goes when its test comes.</summary>
internal static class Awaiting
{
    public static readonly string[] Tests =
    [
        "HG 479/2003, norme art. 26 (3)",
        "HG 479/2003, norme art. 29 f)",
        "HG 479/2003, norme art. 31 a)",
    ];
}
