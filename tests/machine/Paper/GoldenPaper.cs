using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>Documents as they were last found right, one readable file a document and width, in <c>golden/</c>.</summary>
/// <remarks>
/// A test plays host commands and then compares what was printed last:
/// <code>
/// var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
/// register.Receipt("5.50");
/// GoldenPaper.Check("receipt-payer", register);
/// </code>
/// When the paper is meant to change, write the files again and read the difference before committing it:
/// <code>NF_GOLDEN=write dotnet test tests/machine --filter FullyQualifiedName~Paper</code>
/// </remarks>
internal static class GoldenPaper
{
    /// <summary>Environment variable that makes <see cref="Check"/> write the files.</summary>
    private const string Variable = "NF_GOLDEN";

    /// <summary>The document printed last is the one on file for this paper's width.</summary>
    /// <param name="name">The file's name, without width and extension.</param>
    /// <param name="register">Printed it.</param>
    public static void Check(string name, TestRegister register)
    {
        var actual = LastDocument(register.Paper);
        var file = Path.Combine(Repository.Root, "tests", "machine", "Paper", "golden", $"{name}.{register.Hardware.Columns}.txt");
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

    // The hash changes with every line of the day, and says nothing to a reader.
    private static string LastDocument(string[] paper)
    {
        var start = Array.FindLastIndex(paper, paper.Length - 2, line => line.Contains('✂')) + 1;
        var isHash = false;
        return string.Concat(paper[start..].Select(line =>
        {
            isHash = line == "[SHA-256]" || isHash && line.All(char.IsAsciiHexDigitUpper);
            return (isHash && line[0] != '[' ? new string('*', line.Length) : line) + "\n";
        }));
    }
}
