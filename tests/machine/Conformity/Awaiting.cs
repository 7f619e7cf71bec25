namespace Nf.Tests.Machine.Conformity;

/// <summary>Rules of the firmware that no test shows yet: their functions are being built. Each goes when its test comes.</summary>
internal static class Awaiting
{
    public static readonly string[] Tests =
    [
        "HG 479/2003, norme art. 33 A d)",
        "OUG 28/1999 art. 3 (2)",
        "OUG 28/1999 art. 3 (3) c)",
        "OUG 28/1999 art. 4 (10)",
        "OUG 28/1999 art. 4 (11)",
    ];
}
