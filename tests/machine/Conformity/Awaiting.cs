namespace Nf.Tests.Machine.Conformity;

/// <summary>Rules of the firmware that no test shows yet: their functions are being built. Each goes when its test comes.</summary>
internal static class Awaiting
{
    public static readonly string[] Tests =
    [
        "HG 479/2003, norme art. 22 A f)",
        "HG 479/2003, norme art. 22 A g)",
        "HG 479/2003, norme art. 22 G b)",
        "HG 479/2003, norme art. 26 (3)",
        "HG 479/2003, norme art. 29 f)",
        "HG 479/2003, norme art. 31 a)",
        "HG 479/2003, norme art. 33 A d)",
        "HG 479/2003, norme art. 33 A e)",
        "HG 479/2003, norme art. 33 A h)",
        "HG 479/2003, norme art. 33 C a), avertizări",
        "HG 479/2003, norme art. 33 C b), jurnal",
        "HG 479/2003, norme art. 33 C c)",
        "HG 479/2003, norme art. 33 C d)",
        "HG 479/2003, norme art. 33 C e)",
        "HG 479/2003, norme art. 33 C f)",
        "HG 479/2003, norme art. 34 i)",
        "HG 479/2003, norme art. 37 (2)",
        "HG 479/2003, norme art. 43 (1) h)",
        "HG 479/2003, norme art. 46 (1) a)",
        "HG 479/2003, norme art. 46 (1) d)",
        "HG 479/2003, norme art. 46 (1) e)",
        "HG 479/2003, norme art. 46 (2)",
        "HG 479/2003, norme art. 54 (3)",
        "HG 479/2003, norme art. 56 (4)",
        "HG 479/2003, norme art. 63 (4), RESET",
        "HG 479/2003, norme art. 63 (5)",
        "HG 479/2003, norme art. 63 (7) e)",
        "HG 479/2003, norme art. 63 (7) f)",
        "HG 479/2003, norme art. 64 (2) d)",
        "HG 479/2003, norme art. 67 (1)",
        "HG 479/2003, norme art. 103 (2)",
        "OUG 28/1999 art. 2^3 (2), (6)",
        "OUG 28/1999 art. 3 (2)",
        "OUG 28/1999 art. 3 (3) c)",
        "OUG 28/1999 art. 4 (10)",
        "OUG 28/1999 art. 4 (11)",
        "HG 1074/2021 art. 12",
    ];
}
