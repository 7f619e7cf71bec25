extern alias board;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using board::Nf.Boards.Virtual;

namespace Nf.Tests.Machine.Board.Virtual;

/// <summary>The board of RAM is the same register as the emulator, and runs wherever the runtime alone is.</summary>
[TestClass]
public sealed class VirtualBoardTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "nf-virtual.dll");
    private static readonly Lazy<string[]> s_output = new(Run);
    private static readonly Lazy<EmulatedDay> s_emulated = new(() => new EmulatedDay(DayScript.UsualReceipts));

    [TestMethod]
    public void PaperIsTheEmulators() => CollectionAssert.AreEqual(s_emulated.Value.Paper, Paper);

    [TestMethod]
    [DataRow("journal", "Z0001.TXT")]
    [DataRow("message", "Z0001.P7B")]
    public void FileIsTheEmulators(string line, string name) => Assert.AreEqual(s_emulated.Value.Describe(name), Summary(line));

    [TestMethod]
    public void SummaryHashesThePaper()
    {
        var text = string.Concat(Paper.Select(row => row + "\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Assert.AreEqual($"{Paper.Length} rows, SHA-256 {hash}", Summary("paper"));
    }

    [TestMethod]
    public void SummaryCountsWhatWasSold()
    {
        Assert.AreEqual($"{DayScript.UsualReceipts}", Summary("receipts"));
        Assert.AreEqual("1", Summary("closed days"));
        var total = Paper.Single(row => row.StartsWith("VAL. TOTALĂ VÂNZĂRI", StringComparison.Ordinal)).Split(' ')[^1];
        var vat = Paper.Single(row => row.StartsWith("TOTAL TVA  ", StringComparison.Ordinal) && row.EndsWith("174.35", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.AreEqual($"{total} lei, VAT {vat}", Summary("total"));
    }

    [TestMethod]
    public void NeedsNothingButTheRuntime()
    {
        using var module = ModuleDefinition.ReadModule(s_program);
        CollectionAssert.AreEqual(new[] { "mscorlib" }, module.AssemblyReferences.Select(reference => reference.Name).ToArray());
    }

    private static string[] Paper => [.. s_output.Value.TakeWhile(row => !row.StartsWith("receipts ", StringComparison.Ordinal))];

    private static string Summary(string line) =>
        s_output.Value.Skip(Paper.Length).Single(row => row.StartsWith(line, StringComparison.Ordinal))[line.Length..].TrimStart();

    private static string[] Run()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [s_program])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, output);
        return output.TrimEnd('\n').Split(Environment.NewLine);
    }
}
