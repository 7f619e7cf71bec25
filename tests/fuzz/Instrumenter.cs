using SharpFuzz;

namespace Nf.Fuzz;

/// <summary>Copies the program into another folder, where the firmware and the drivers count their branches.</summary>
public static class Instrumenter
{
    private static readonly string[] s_counted = ["Nf.Firmware.dll", "Nf.Hal.dll"];

    /// <summary>Copies it; what is copied from stays as it is.</summary>
    /// <param name="from">Where Nf.Fuzz.dll is.</param>
    /// <param name="to">A folder, which is made.</param>
    /// <returns>The program to start.</returns>
    public static string Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var pattern in new[] { "Nf.Fuzz.*", "SharpFuzz*.dll", "dnlib.dll" })
        {
            foreach (var file in Directory.GetFiles(from, pattern)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), true);
        }

        foreach (var name in s_counted)
        {
            var copy = Path.Combine(to, name);
            File.Copy(Path.Combine(from, name), copy, true);
            Fuzzer.Instrument(copy, IsCounted, Options.Value);
        }

        return Path.Combine(to, "Nf.Fuzz.dll");
    }

    // Arithmetic has branches by the thousand that no parser takes.
    private static bool IsCounted(string type) => !type.StartsWith("Nf.Hal.Crypto.", StringComparison.Ordinal);
}
