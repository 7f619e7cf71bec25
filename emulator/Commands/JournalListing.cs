using System.Security.Cryptography;
using System.Text;
using Nf.Emulator.State;
using Nf.Firmware.FiscalMemory;

namespace Nf.Emulator.Commands;

/// <summary>One day of the journal, and whether its hash holds.</summary>
/// <param name="Number">Number of the day's Z.</param>
/// <param name="File">Name of the file on the card.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Lines">Printed lines in it.</param>
/// <param name="Receipts">Receipt records beside it.</param>
/// <param name="Closed">The day ends with its hash.</param>
/// <param name="Sha256">The hash computed now over the day's lines.</param>
/// <param name="Verdict">What comparing it with the file's end and the fiscal memory says.</param>
internal sealed record JournalDay(int Number, string File, long Bytes, int Lines, int Receipts, bool Closed, string Sha256, string Verdict);

/// <summary>The days of a register's electronic journal.</summary>
internal static class JournalListing
{
    private const string HashMark = "[SHA-256]\n";

    internal static IReadOnlyList<JournalDay> Of(StateDirectory directory)
    {
        if (!Directory.Exists(directory.CardFolder)) return [];
        var digests = Digests(directory);
        return [.. Directory.EnumerateFiles(directory.CardFolder, "Z????.TXT").Order(StringComparer.Ordinal).Select(path => Day(path, digests))];
    }

    internal static void Write(IReadOnlyList<JournalDay> days, TextWriter output)
    {
        output.WriteLine($"{"Z",4}  {"file",-10} {"lines",6} {"receipts",8}  {"hash",-22} SHA-256");
        foreach (var day in days)
            output.WriteLine($"{day.Number:0000}  {day.File,-10} {day.Lines,6} {day.Receipts,8}  {day.Verdict,-22} {day.Sha256}");
    }

    private static Dictionary<int, string> Digests(StateDirectory directory)
    {
        var log = RegisterCopy.Of(directory).Register.Log;
        var digests = new Dictionary<int, string>();
        var closure = new ClosureRecord();
        for (var slot = 0; slot < log.UsedSlots; slot++)
        {
            if (!log.Read(slot) || log.Kind != RecordKind.Closure) continue;
            closure.Load(log.Payload);
            digests[closure.Number] = Convert.ToHexString(closure.Digest);
        }

        return digests;
    }

    private static JournalDay Day(string path, Dictionary<int, string> digests)
    {
        var bytes = ReadShared(path);
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.LastIndexOf(HashMark, StringComparison.Ordinal);
        var hashed = end < 0 ? bytes : bytes.AsSpan(0, Encoding.UTF8.GetByteCount(text.AsSpan(0, end)));
        var hash = Convert.ToHexString(SHA256.HashData(hashed));
        var stated = end < 0 ? "" : text[(end + HashMark.Length)..].Replace("\n", "", StringComparison.Ordinal);
        var name = Path.GetFileName(path);
        var number = int.TryParse(name.AsSpan(1, 4), out var parsed) ? parsed : 0;
        return new JournalDay(number, name, bytes.Length, text.Count(c => c == '\n'), Records(path), end >= 0, hash,
            Verdict(number, end >= 0, hash, stated, digests));
    }

    private static string Verdict(int number, bool closed, string hash, string stated, Dictionary<int, string> digests)
    {
        var kept = digests.GetValueOrDefault(number);
        if (kept is null) return closed ? "not in fiscal memory" : "day is open";
        if (!closed) return "closing is missing";
        if (stated != hash) return "file was changed";
        return kept == hash ? "holds" : "not the memory's";
    }

    private static int Records(string path)
    {
        var records = Path.ChangeExtension(path, ".REC");
        if (!File.Exists(records)) return 0;
        return Encoding.UTF8.GetString(ReadShared(records)).Split('\n').Count(line => line.Length > 0 && char.IsAsciiDigit(line[0]));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
