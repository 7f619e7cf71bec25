using System.Text;
using Nf.Emulator.FiscalNet.Folder;

namespace Nf.Tests.Machine.FiscalNet.Folder;

/// <summary>When a file counts as complete, and which comes first.</summary>
[TestClass]
public sealed class DropWatchTests
{
    private const string Receipt = "S^PÂINE^450^1000^BUC^2^1\nP^1^\n";

    private readonly Dictionary<string, string> _contents = [];
    private readonly List<DroppedFile> _files = [];
    private readonly HashSet<string> _held = [];
    private readonly DropWatch _watch;

    public DropWatchTests() => _watch = new DropWatch(
        file => _held.Contains(file.Name) ? null : BonFile.Read(file.Name, Encoding.UTF8.GetBytes(_contents[file.Name])));

    [TestMethod]
    [DataRow(Receipt, 300, DisplayName = "whole")]
    [DataRow("S^PÂINE^450^1000^BUC^2^1\nP^1^5", 1500, DisplayName = "may go on in its last line")]
    [DataRow("S^PÂINE^450^1000^BUC^2^1\n", 5000, DisplayName = "half a receipt")]
    [DataRow("", 5000, DisplayName = "empty")]
    public void It_stands_still_for_as_long_as_its_content_asks(string content, int milliseconds)
    {
        Put("a.txt", content, 1);
        Assert.IsNull(Look(0));
        Assert.IsNull(Look(milliseconds - 1));
        Assert.AreEqual("a.txt", Look(milliseconds));
    }

    [TestMethod]
    public void It_waits_anew_whenever_it_grows()
    {
        Put("a.txt", "S^PÂINE^450^1000^BUC^2^1\nP^4^200\n", 1);
        Assert.IsNull(Look(0));
        Assert.IsNull(Look(299));
        Put("a.txt", "S^PÂINE^450^1000^BUC^2^1\nP^4^200\nP^1^\n", 2);
        Assert.IsNull(Look(400));
        Assert.IsNull(Look(699));
        Assert.AreEqual("a.txt", Look(700));
    }

    [TestMethod]
    public void A_file_that_another_program_holds_waits_and_does_not_hold_up_the_others()
    {
        Put("old.txt", Receipt, 1);
        Put("new.txt", Receipt, 2);
        _held.Add("old.txt");
        Assert.IsNull(Look(0));
        Assert.AreEqual("new.txt", Look(300));
        _held.Clear();
        Assert.AreEqual("old.txt", Look(301));
    }

    [TestMethod]
    public void The_oldest_comes_first_and_of_one_age_the_first_by_name()
    {
        Put("b.txt", Receipt, 2);
        Put("c.txt", Receipt, 1);
        Put("a.txt", Receipt, 2);
        Look(0);
        foreach (var name in new[] { "c.txt", "a.txt", "b.txt" })
        {
            Assert.AreEqual(name, Look(300));
            _files.RemoveAll(file => file.Name == name);
        }

        Assert.IsNull(Look(300));
    }

    private void Put(string name, string content, int age)
    {
        _contents[name] = content;
        _files.RemoveAll(file => file.Name == name);
        _files.Add(new DroppedFile(name, content.Length, new DateTime(2026, 11, 16).AddSeconds(age)));
    }

    private string? Look(int milliseconds) => _watch.Look(_files, TimeSpan.FromMilliseconds(milliseconds))?.Name;
}
