using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>Documents as they were last found right, one readable file a document and width, in <c>golden/</c>.</summary>
/// <remarks>
/// A test plays host commands and then compares what was printed last; its name stands in <see cref="GoldenNames"/>:
/// <code>
/// [TestMethod]
/// [EachWidth]
/// public void A_receipt(int columns)
/// {
///     var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
///     register.Receipt("5.50");
///     GoldenPaper.Check("receipt-payer", register);
/// }
/// </code>
/// When the paper is meant to change, write the files again and read the difference before committing it:
/// <code>NF_GOLDEN=write dotnet test tests/machine --filter FullyQualifiedName~Paper</code>
/// </remarks>
internal static class GoldenPaper
{
    /// <summary>Environment variable that makes <c>Check</c> write the files.</summary>
    private const string Variable = "NF_GOLDEN";

    /// <summary>The narrowest paper the norms allow (art. 22 A c), and the usual ones.</summary>
    public static readonly int[] Widths = [18, 32, 42, 48];

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "machine", "Paper", "golden");

    /// <summary>Where the document of a name is kept.</summary>
    public static string FileOf(string name, int columns) => Path.Combine(Folder, $"{name}.{columns}.txt");

    /// <summary>The document printed last is the one on file for this paper's width.</summary>
    /// <param name="name">The file's name, without width and extension.</param>
    /// <param name="register">Printed it.</param>
    public static void Check(string name, TestRegister register)
    {
        var paper = register.Paper;
        Check(name, register, Array.FindLastIndex(paper, paper.Length - 2, line => line.Contains('✂')) + 1);
    }

    /// <summary>What was printed since a line is what is on file, when more than the last document is to be seen.</summary>
    public static void Check(string name, TestRegister register, int from)
    {
        Assert.AreEqual(GoldenNames.KindOf(name), register.Register.State.Document.Kind, $"{name}: the kind of document in {nameof(GoldenNames)}");
        CheckLines(name, register, from);
    }

    /// <summary>Lines that are no document of the firmware.</summary>
    public static void CheckLines(string name, TestRegister register, int from = 0)
    {
        foreach (var line in register.Roll.Lines) Assert.AreEqual(line.Text.TrimEnd(), line.Text, "blanks at the end of a line");
        var actual = Readable(register.Paper[from..]);
        var file = FileOf(name, register.Hardware.Columns);
        if (Environment.GetEnvironmentVariable(Variable) == "write") File.WriteAllText(file, actual);
        else Assert.AreEqual(File.Exists(file) ? File.ReadAllText(file) : "", actual, $"{file}: if the new paper is right, run again with {Variable}=write");
    }

    /// <summary>What is printed from now on is of this time on the demo register's first day.</summary>
    public static TestRegister At(this TestRegister register, int hour, int minute)
    {
        register.Machine.RunToRest();
        register.Civil.Set(new DateTime(2026, 11, 16, hour, minute, 0));
        return register;
    }

    /// <summary>Sends a command and lets everything be printed.</summary>
    public static void Print(this TestRegister register, int command, string data = "")
    {
        register.Do(command, data);
        register.Machine.RunToRest();
    }

    // The hash changes with every line of the day, and says nothing to a reader.
    private static string Readable(string[] paper)
    {
        var isHash = false;
        return string.Concat(paper.Select(line =>
        {
            isHash = line == "[SHA-256]" || isHash && line.All(char.IsAsciiHexDigitUpper);
            return (isHash && line[0] != '[' ? new string('*', line.Length) : line) + "\n";
        }));
    }
}
