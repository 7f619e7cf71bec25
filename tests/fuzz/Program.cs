using System.Globalization;
using System.Security.Cryptography;

namespace Nf.Fuzz;

/// <summary>The long runs; docs/how-to/fuzzing.md.</summary>
internal static class Program
{
    private const string Usage = "Nf.Fuzz --count FOLDER | Nf.Fuzz TARGET EXECUTIONS CORPUS [SEED] [KEEP]";

    /// <summary>0; 1 after a crash, whose input lies beside the corpus; 2 when it was started wrongly.</summary>
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["--count", var folder]:
                Console.WriteLine(Instrumenter.Copy(AppContext.BaseDirectory, folder));
                return 0;
            case [_, _, _, ..]:
                return Run(arguments[0], long.Parse(arguments[1], CultureInfo.InvariantCulture), arguments[2], arguments[3..]);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Run(string name, long executions, string corpora, string[] more)
    {
        // Instrumented code counts from its first line on, so the map comes before the targets.
        var map = new BranchMap();
        var seed = more.Length > 0 ? int.Parse(more[0], CultureInfo.InvariantCulture) : 1;
        var search = new Search(FuzzTargets.Find(name), map, seed, input => Write(Path.Combine(corpora, $"crash-{name}-{Name(input)}"), input));
        var files = Directory.GetFiles(Path.Combine(corpora, name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        if (!search.Run(files, executions)) return 1;
        if (more.Length > 1) Keep(more[1], search.Fewest());
        return 0;
    }

    private static void Write(string path, byte[] input)
    {
        File.WriteAllBytes(path, input);
        Console.Error.WriteLine($"crash: {path}: {Convert.ToHexString(input)}");
    }

    private static void Keep(string folder, IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(folder);
        foreach (var input in inputs) File.WriteAllBytes(Path.Combine(folder, Name(input)), input);
    }

    private static string Name(byte[] input) => Convert.ToHexStringLower(SHA256.HashData(input))[..12];
}
