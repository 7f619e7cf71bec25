using Nf.Emulator.Anaf.Offline;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;

namespace Nf.Tests.Machine.Messages;

/// <summary>What is wrong in a folder for declaration A4200 is found, and said so that somebody can mend it.</summary>
[TestClass]
public sealed class A4200CheckTests
{
    private const string Second = "1234567890_Z0002.p7b";
    private static readonly DateTimeOffset s_now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Dictionary<string, byte[]>> s_month = new(Month);

    [TestMethod]
    public void A_month_as_the_register_exports_it_has_nothing_wrong() => Finds(_ => { });

    [TestMethod]
    public void Files_that_are_missing_or_foreign() => Finds(
        folder =>
        {
            File.Delete(Path.Combine(folder, Second));
            File.WriteAllText(Path.Combine(folder, "Thumbs.db"), "");
        },
        "Thumbs.db: does not belong here", "folder: the register's message tells of Z 1 to 2, 2 days, and 1 are here", "folder: the file of Z 0002 is missing");

    [TestMethod]
    public void No_message_of_the_register() => Finds(folder => File.Delete(Path.Combine(folder, A4200Check.RegisterFile)), "Perioada_raportare.p7b: is missing");

    [TestMethod]
    public void A_day_twice_under_another_name() => Finds(
        folder => File.Copy(Path.Combine(folder, Second), Path.Combine(folder, "1234567890_Z0003.p7b")),
        "1234567890_Z0003.p7b: Z 0002 is here twice", "1234567890_Z0003.p7b: holds Z 0002 of register 1234567890");

    [TestMethod]
    public void A_file_that_was_changed() => Finds(
        folder =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, Second));
            bytes[200] ^= 1;
            File.WriteAllBytes(Path.Combine(folder, Second), bytes);
        },
        $"{Second}: not validly signed data", "folder: the register's message tells of Z 1 to 2", "folder: the file of Z 0002 is missing");

    [TestMethod]
    public void A_path_with_blanks()
    {
        var folder = Directory.CreateTempSubdirectory("nf a4200 ").FullName;
        foreach (var (name, bytes) in s_month.Value) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        Assert.StartsWith("folder: there are blanks in its path", A4200Check.Of(folder, s_now).Single().ToString());
        Assert.IsTrue(A4200Check.Of(folder, s_now.AddYears(20)).Any(finding => finding.Problem.StartsWith("the certificate is valid from", StringComparison.Ordinal)));
        Directory.Delete(folder, true);
    }

    private static void Finds(Action<string> spoil, params string[] expected)
    {
        var folder = Directory.CreateTempSubdirectory("nf-a4200-").FullName;
        foreach (var (name, bytes) in s_month.Value) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        spoil(folder);
        var found = A4200Check.Of(folder, s_now).Select(finding => finding.ToString()).ToList();
        Directory.Delete(folder, true);
        Assert.HasCount(expected.Length, found, string.Join('\n', found));
        for (var i = 0; i < expected.Length; i++) Assert.StartsWith(expected[i], found[i]);
    }

    private static Dictionary<string, byte[]> Month()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 15).Receipt("12.10");
        online.Register.At(21, 0).CloseDay();
        online.Register.Receipt("3.00");
        online.Register.At(22, 0).CloseDay();
        online.Register.Do(128, "A\t11-26\t");
        var drive = online.Register.Drive();
        return drive.Names.ToDictionary(name => Path.GetFileName(name), drive.Bytes);
    }
}
