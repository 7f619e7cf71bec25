using System.Text;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class PaperTests
{
    private static readonly PaperLine[] s_lines =
    [
        new("Brânză \"dulce\""),
        new(""),
        new("RL 4000000001", PaperStyle.Bold | PaperStyle.Logotype, PaperAlign.Center),
        PaperLine.Qr("țară;1\n2", PaperAlign.Center),
        PaperLine.Cut,
    ];

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TestCleanup]
    public void DeleteFile() => File.Delete(_path);

    [TestMethod]
    public void A_roll_in_a_file_comes_back_and_goes_on()
    {
        using (var roll = new PaperRollFile(_path)) roll.Append(s_lines[0]);
        using (var roll = new PaperRollFile(_path))
        {
            foreach (var line in s_lines[1..]) roll.Append(line);
            CollectionAssert.AreEqual(s_lines, PaperRollFile.Read(_path).ToArray(), "read while it is open");
        }

        CollectionAssert.AreEqual(s_lines, PaperRollFile.Read(_path).ToArray());
    }

    [TestMethod]
    public void A_torn_last_line_is_dropped_wherever_it_tore()
    {
        using (var roll = new PaperRollFile(_path)) foreach (var line in s_lines) roll.Append(line);
        var whole = File.ReadAllBytes(_path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_path, whole[..length]);
            var kept = whole[..length].Count(value => value == '\n');
            CollectionAssert.AreEqual(s_lines[..kept], PaperRollFile.Read(_path).ToArray(), $"read at {length}");

            using (var roll = new PaperRollFile(_path)) roll.Append(PaperLine.Cut);
            CollectionAssert.AreEqual(
                s_lines[..kept].Append(PaperLine.Cut).ToArray(), PaperRollFile.Read(_path).ToArray(), $"append at {length}");
        }
    }

    [TestMethod]
    public void The_file_is_readable_text_and_a_foreign_one_is_refused()
    {
        using (var roll = new PaperRollFile(_path)) roll.Append(new PaperLine("Țuică", PaperStyle.Bold));
        Assert.AreEqual("{\"Text\":\"Țuică\",\"Style\":1}\n", File.ReadAllText(_path));

        File.WriteAllText(_path, "hello\n", Encoding.UTF8);
        Assert.ThrowsExactly<StateException>(() => PaperRollFile.Read(_path));
    }

    [TestMethod]
    public void A_roll_that_is_not_there_is_empty() => Assert.AreEqual(0, PaperRollFile.Read(_path).Count);

    [TestMethod]
    public void A_roll_in_memory_tells_of_each_line()
    {
        var roll = new PaperRoll();
        var seen = new List<PaperLine>();
        roll.Appended += seen.Add;

        foreach (var line in s_lines) roll.Append(line);

        CollectionAssert.AreEqual(s_lines, seen);
        CollectionAssert.AreEqual(s_lines, roll.Lines.ToArray());
    }

    [TestMethod]
    public void Text_is_placed_by_its_alignment_without_trailing_blanks()
    {
        Assert.AreEqual("ab", PaperText.Render(new PaperLine("ab  "), 10));
        Assert.AreEqual("    ab", PaperText.Render(new PaperLine("ab", Align: PaperAlign.Center), 10));
        Assert.AreEqual("        ab", PaperText.Render(new PaperLine("ab", Align: PaperAlign.Right), 10));
    }

    [TestMethod]
    public void A_QR_code_is_centred_and_wrapped()
    {
        Assert.AreEqual("  [QR a]", PaperText.Render(PaperLine.Qr("a", PaperAlign.Left), 10));
        Assert.AreEqual("[QR 123456\n  7890]", PaperText.Render(PaperLine.Qr("1234567890", PaperAlign.Left), 10));
    }

    [TestMethod]
    public void A_cut_is_a_dashed_row_with_scissors_as_wide_as_the_paper() =>
        Assert.AreEqual("--✂-------", PaperText.Render(PaperLine.Cut, 10));
}
