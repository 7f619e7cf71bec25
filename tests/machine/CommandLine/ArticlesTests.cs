namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf articles</c>: out to CSV, in from it, and what is wrong with a line.</summary>
[TestClass]
public sealed class ArticlesTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nf-articles").FullName;

    private string State => Path.Combine(_folder, "state");

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void What_is_exported_can_be_imported_elsewhere()
    {
        var file = Input("number,name,vat,price,price_type,barcode1,stock\n"
            + "1,\"Pâine, \"\"albă\"\"\",B,5.50,fixed,5941234567899,10\n3000,Ceai,A,0,free,,\n");
        Assert.AreEqual(0, NfProcess.Run("articles", "import", file, "--state", State).ExitCode);
        var first = Path.Combine(_folder, "first.csv");
        Assert.AreEqual(0, NfProcess.Run("articles", "export", first, "--state", State).ExitCode);
        Assert.AreEqual(0, NfProcess.Run("articles", "import", first, "--state", State + "2").ExitCode);
        var second = Path.Combine(_folder, "second.csv");
        Assert.AreEqual(0, NfProcess.Run("articles", "export", second, "--state", State + "2").ExitCode);
        Assert.AreEqual(File.ReadAllText(first), File.ReadAllText(second));
        StringAssert.Contains(File.ReadAllText(first), "1,\"Pâine, \"\"albă\"\"\",B,5.50,fixed,0,0,1,5941234567899,,,,10.000,0.000,0.00");
    }

    [TestMethod]
    public void A_wrong_line_is_told_with_its_number_and_nothing_is_imported()
    {
        var file = Input("number;name;vat;price\n1;Bun;A;1,50\n1;Iar;A;2\n2;Prea scump;A;1,555\n3;Grup;X;1\n4001;Departe;A;1\n");
        var result = NfProcess.Run("articles", "import", file, "--state", State);
        Assert.AreEqual(2, result.ExitCode);
        foreach (var line in (int[])[3, 4, 5, 6]) StringAssert.Contains(result.Error, $"{file}:{line}: ");
        Assert.IsFalse(Directory.Exists(State), "no register was touched");
        Assert.AreEqual(2, NfProcess.Run("articles", "import", file, "--state", State, "--partial").ExitCode);
        var export = Path.Combine(_folder, "out.csv");
        NfProcess.Run("articles", "export", export, "--state", State);
        Assert.HasCount(2, File.ReadAllLines(export));
    }

    private string Input(string text)
    {
        var file = Path.Combine(_folder, "in.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
