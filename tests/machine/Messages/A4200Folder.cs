using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Offline;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Messages;

/// <summary>A folder with a month as a register exported it, which a test then spoils.</summary>
internal sealed class A4200Folder : IDisposable
{
    public const string First = "1234567890_Z0001.p7b", Second = "1234567890_Z0002.p7b";
    private static readonly DateTimeOffset s_now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Dictionary<string, byte[]>> s_month = new(Month);
    private readonly TempFolder _parent = new();
    private readonly string _path;

    /// <param name="name">The folder's own name.</param>
    public A4200Folder(string name = "month")
    {
        _path = Directory.CreateDirectory(_parent[name]).FullName;
        foreach (var (file, bytes) in s_month.Value) File.WriteAllBytes(this[file], bytes);
    }

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>Changes the message of a file, which the register signs again.</summary>
    /// <param name="pattern">What is replaced once, a regular expression; it must be there.</param>
    public void Edit(string name, string pattern, string replacement)
    {
        var text = Content(name);
        Assert.IsTrue(Regex.IsMatch(text, pattern), $"no {pattern} in {text}");
        Write(name, new Regex(pattern).Replace(text, replacement, 1), OnlineRegister.Certificate);
    }

    /// <summary>Puts a message into a file, signed.</summary>
    public void Write(string name, string text, X509Certificate2 signer) =>
        File.WriteAllBytes(this[name], AnafSignature.Sign(Encoding.UTF8.GetBytes(text), signer, s_now));

    /// <summary>Signs these files anew; all of them without names.</summary>
    public void Sign(X509Certificate2 signer, params string[] names)
    {
        foreach (var name in names.Length > 0 ? names : [First, Second, A4200Check.RegisterFile]) Write(name, Content(name), signer);
    }

    /// <summary>What is wrong in it, a line each.</summary>
    public List<string> Check(int years = 0) => [.. A4200Check.Of(_path, s_now.AddYears(years)).Select(finding => finding.ToString())];

    /// <summary>A month that is spoiled has these findings, in this order, and no others.</summary>
    internal static void Finds(Action<A4200Folder> spoil, params string[] expected)
    {
        using var folder = new A4200Folder();
        spoil(folder);
        Starts(expected, folder.Check());
    }

    /// <summary>These findings, in this order, and no others.</summary>
    internal static void Starts(string[] expected, List<string> found)
    {
        Assert.HasCount(expected.Length, found, string.Join('\n', found));
        for (var i = 0; i < expected.Length; i++) Assert.StartsWith(expected[i], found[i]);
    }

    public void Dispose() => _parent.Dispose();

    private string Content(string name) => Encoding.UTF8.GetString(MessageMakerTests.Content(File.ReadAllBytes(this[name])));

    // Z 1: a receipt with a buyer's code and one without, 12.10 lei each; Z 2: one of 3.00 lei.
    private static Dictionary<string, byte[]> Month()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Do(48, "1\t0001\t1\tI\tRO123456789\t");
        online.Register.Sell("12.10");
        online.Register.PayAndClose();
        online.Register.Receipt("12.10");
        online.Register.At(21, 0).CloseDay();
        online.Register.Receipt("3.00");
        online.Register.At(22, 0).CloseDay();
        online.Register.Do(128, "A\t11-26\t");
        var drive = online.Register.Drive();
        return drive.Names.ToDictionary(name => Path.GetFileName(name), drive.Bytes);
    }
}
