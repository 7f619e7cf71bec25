namespace Nf.Tests.Machine.PowerCuts;

/// <summary>What a host wants from a short trading day: units that it repeats as a whole when the register lost them.</summary>
internal static class ShortDay
{
    /// <summary>One thing that the host wants done, as commands: (number, data).</summary>
    public static readonly (int Command, string Data)[][] Units =
    [
        [(70, "0\t100.00\t")],
        [
            (48, "1\t0001\t1\t\t\t"),
            (49, "Pâine albă 300 g\t2\t5.50\t2.000\t\t\t1\tBUC\t"),
            (49, "Apă minerală 2 l\t1\t4.25\t3.000\t2\t10.00\t1\tBUC\t"),
            (49, "GARANȚIE SGR PLASTIC\t4\t0.50\t3.000\t\t\t1\tBUC\t"),
            (53, "0\t50.00\t"),
            (56, ""),
        ],
        [
            (48, "1\t0001\t1\t\t\t"),
            (49, "Lapte 1 l\t2\t8.90\t1.000\t\t\t1\tBUC\t"),
            (60, ""),
        ],
        [
            (48, "2\t0002\t1\tI\tRO123456789\t\tcomanda-4711\t"),
            (49, "Cafea măcinată\t1\t34.99\t1.000\t\t\t1\tBUC\t"),
            (49, "Mere\t2\t6.49\t1.235\t\t\t1\tKG\t"),
            (51, "1\t1\t2\t5.00\t"),
            (53, "1\t20.00\t"),
            (53, "0\t\t"),
            (56, ""),
        ],
        [(69, "X\t")],
        [(69, "Z\t")],
        [
            (48, "1\t0001\t1\t\t\t"),
            (49, "Timbru poștal\t5\t4.00\t1.000\t\t\t1\tBUC\t"),
            (53, "1\t\t"),
            (56, ""),
        ],
    ];
}
