namespace Nf.Tests.Machine.Messages;

/// <summary>Messages as they were last found right, one file each, in <c>golden/</c>.</summary>
/// <remarks>
/// When a message is meant to change, write the files again and read the difference before committing it:
/// <code>NF_GOLDEN=write dotnet test tests/machine --filter FullyQualifiedName~Messages</code>
/// </remarks>
internal static class GoldenMessage
{
    private const string Variable = "NF_GOLDEN";

    /// <summary>The message is the one on file.</summary>
    public static void Check(string name, string message)
    {
        var file = Path.Combine(Repository.Root, "tests", "machine", "Messages", "golden", name + ".xml");
        if (Environment.GetEnvironmentVariable(Variable) == "write") File.WriteAllText(file, message);
        else Assert.AreEqual(File.Exists(file) ? File.ReadAllText(file) : "", message, $"{file}: if the new message is right, run again with {Variable}=write");
    }
}
