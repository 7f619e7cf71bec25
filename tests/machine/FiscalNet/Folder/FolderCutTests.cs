using Nf.Emulator.Machine;

namespace Nf.Tests.Machine.FiscalNet.Folder;

/// <summary>The program dies at each step of each file, and at each write of the register: every document once, every answer there.</summary>
[TestClass]
public sealed class FolderCutTests
{
    private const string Receipt = "S^PÂINE^450^1000^BUC^2^1\nP^1^500\n";

    private static readonly (string Name, string Content)[] Day =
    [
        ("1.txt", Receipt + "\nCF^RO48151628\nS^LAPTE^890^1000^BUC^2^1\nP^2^\n\nI^10000\n"),
        ("2.txt", "S^PÂINE^450^1000^BUC^2^1\nVB^\n"),
        ("3.txt", "S^PÂINE^450^1000^BUC^2^1\nP^2^9900\n"),
        ("4.txt", "S^PÂINE\n"),
        ("5.txt", "X^\n"),
        ("6.txt", Receipt),
    ];

    private static readonly (string Name, string Content)[] Closing = [("1.txt", Receipt), ("2.txt", "Z^\n"), ("3.txt", Receipt)];

    private static readonly (string Name, string Content)[] First = [Day[0]];

    [TestMethod]
    public void Killed_between_any_two_steps_it_does_each_document_once()
    {
        var names = Moments(Day);
        Assert.IsGreaterThan(60, names.Count);
        for (var cut = 1; cut <= names.Count; cut++)
        {
            using var rig = Dropped(Day);
            CutAtMoment(rig, cut);
            DayHolds(rig, $"cut {cut}: {names[cut - 1]}", lostCancel: names[cut - 1] == "its answer is written down");
        }
    }

    [TestMethod]
    public void Killed_between_any_two_steps_it_closes_the_day_once()
    {
        var names = Moments(Closing);
        for (var cut = 1; cut <= names.Count; cut++)
        {
            using var rig = Dropped(Closing);
            CutAtMoment(rig, cut);
            ClosingHolds(rig, $"cut {cut}: {names[cut - 1]}");
        }
    }

    [TestMethod]
    public void Cut_at_any_write_of_the_register_it_does_each_document_once()
    {
        for (var write = 0; ; write++)
        {
            using var rig = Dropped(First);
            if (!CutAtWrite(rig, write)) return;
            FirstHolds(rig, $"cut at write {write}");
        }
    }

    [TestMethod]
    public void Cut_at_any_write_of_the_register_it_closes_the_day_once()
    {
        for (var write = 0; ; write++)
        {
            using var rig = Dropped(Closing);
            if (!CutAtWrite(rig, write)) return;
            ClosingHolds(rig, $"cut at write {write}");
        }
    }

    private static List<string> Moments((string, string)[] files)
    {
        var names = new List<string>();
        using var rig = Dropped(files);
        rig.Desk.Moment = names.Add;
        rig.Serve();
        return names;
    }

    private static FolderRig Dropped((string Name, string Content)[] files)
    {
        var rig = new FolderRig();
        foreach (var (name, content) in files) rig.Drop(name, content);
        return rig;
    }

    private static void CutAtMoment(FolderRig rig, int cut)
    {
        var moment = 0;
        rig.Desk.Moment = name =>
        {
            if (++moment == cut) throw new PowerCutException(name);
        };
        Assert.ThrowsExactly<PowerCutException>(rig.Serve);
        rig.Restart();
        rig.Serve();
    }

    private static bool CutAtWrite(FolderRig rig, int write)
    {
        rig.Register.Power.CutAt(rig.Register.Power.Writes + write, write % 7 * 5);
        try
        {
            rig.Serve();
            return false;
        }
        catch (PowerCutException)
        {
            rig.Restart();
            rig.Serve();
            return true;
        }
    }

    private static void DayHolds(FolderRig rig, string when, bool lostCancel)
    {
        FirstHolds(rig, when, 4);
        Assert.AreEqual("BONOK=1 NRBON=0", string.Join(' ', rig.Answer("2.txt")), when);
        Assert.AreEqual("BONOK=0 ERRCODE=-111063", string.Join(' ', rig.Answer("3.txt")[..2]), when);
        Assert.AreEqual("BONOK=0 ERRCODE=-112001", string.Join(' ', rig.Answer("4.txt")[..2]), when);
        Assert.AreEqual("BONOK=1 NRBON=1", string.Join(' ', rig.Answer("5.txt")), when);
        Assert.AreEqual("BONOK=1 NRBON=4", string.Join(' ', rig.Answer("6.txt")), when);
        Assert.AreEqual(1, rig.Register.Paper.Count(line => line.Contains("RAPORT X", StringComparison.Ordinal)), when);
        var cancelled = rig.Register.Register.State.Totals.Cancelled.Count;
        Assert.IsTrue(cancelled == 2 || (lostCancel && cancelled == 1), $"{when}: {cancelled} cancelled");
    }

    private static void FirstHolds(FolderRig rig, string when, int receipts = 3)
    {
        var totals = rig.Register.Register.State.Totals;
        Assert.AreEqual(receipts, totals.Receipts, $"{when}: receipts");
        Assert.AreEqual(10000, totals.ServiceIn.Sum, $"{when}: service sum");
        var lines = rig.Answer("1.txt");
        CollectionAssert.AreEqual(new[] { "BONOK=1", "NRBON=2", "", "BONOK=1", "NRBON=3", "", "BONOK=1" }, lines[..7], when);
        StringAssert.StartsWith(lines[7], "NRBON=", when);
        NothingLeft(rig, when);
    }

    private static void ClosingHolds(FolderRig rig, string when)
    {
        Assert.AreEqual(1, rig.Register.Register.State.LastZ, $"{when}: closures");
        Assert.AreEqual(1, rig.Register.Register.State.Totals.Receipts, $"{when}: receipts of the second day");
        Assert.AreEqual(2, rig.Register.Records(1).Split('\n').Count(line => line.Length > 0), $"{when}: receipts of the first day");
        Assert.AreEqual("BONOK=1 NRBON=2", string.Join(' ', rig.Answer("1.txt")), when);
        Assert.AreEqual("BONOK=1 NRBON=1", string.Join(' ', rig.Answer("2.txt")), when);
        Assert.AreEqual("BONOK=1 NRBON=1", string.Join(' ', rig.Answer("3.txt")), when);
        NothingLeft(rig, when);
    }

    private static void NothingLeft(FolderRig rig, string when) =>
        Assert.IsFalse(rig.Files().Any(file => file.StartsWith("Bonuri/", StringComparison.Ordinal) || file.Contains(".nf-")),
            $"{when}: {string.Join(' ', rig.Files())}");
}
