namespace Nf.Tests.Machine.Reference;

[TestClass]
public sealed class ReadmeTests
{
    private const int PaperColumns = 42;

    /// <summary>The receipt at the top of the README is one of the sample day, as it is printed.</summary>
    [TestMethod]
    public void Its_receipt_is_the_samples()
    {
        var block = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("```")[1].Trim('\n').Split('\n');
        var receipt = string.Join('\n', block.Select(line => (line.Length > PaperColumns ? line[..PaperColumns] : line).TrimEnd()));
        var paper = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "corner-shop-day.paper.txt"));
        StringAssert.Contains(paper, "\n" + receipt + "\n--✂");
    }
}
