using System.Globalization;
using System.Security.Cryptography;

namespace Nf.Fuzz;

/// <summary>Nf.Fuzz TARGET EXECUTIONS CORPUS [SEED] [KEEP]: exit code 1 after a crash, whose input is written beside the corpus.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length < 3)
        {
            Console.Error.WriteLine("Nf.Fuzz TARGET EXECUTIONS CORPUS [SEED] [KEEP]");
            return 2;
        }

        var corpus = Path.Combine(arguments[2], arguments[0]);
        var seed = arguments.Length > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : 1;
        // Instrumented code counts from its first line on, so the map comes before the targets.
        var map = new BranchMap();
        var fuzzer = new Fuzzer(FuzzTargets.Find(arguments[0]), map, seed);
        var files = Directory.GetFiles(corpus).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        var isGood = fuzzer.Run(files, long.Parse(arguments[1], CultureInfo.InvariantCulture));
        if (arguments.Length > 4) Keep(arguments[4], fuzzer.Kept);
        if (isGood) return 0;
        var crash = Path.Combine(arguments[2], $"crash-{arguments[0]}-{Name(fuzzer.Crash!)}");
        File.WriteAllBytes(crash, fuzzer.Crash!);
        Console.Error.WriteLine($"crash: {crash}");
        return 1;
    }

    private static void Keep(string folder, IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(folder);
        foreach (var input in inputs) File.WriteAllBytes(Path.Combine(folder, Name(input)), input);
    }

    private static string Name(byte[] input) => Convert.ToHexStringLower(SHA256.HashData(input))[..12];
}
