using Nf.Emulator.State;

namespace Nf.Tests.Machine.State;

[TestClass]
public sealed class StateDirectoryTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [TestMethod]
    public void ItIsCreatedOnceAndOpenedAgain()
    {
        StateDirectory.Open(_temp["deep/state"], createIfMissing: true).Dispose();
        File.WriteAllText(_temp["deep/state/fiscal-memory.bin"], "kept");
        using var state = StateDirectory.Open(_temp["deep/state"], createIfMissing: true);
        Assert.AreEqual("kept", File.ReadAllText(state.FiscalMemoryPath));
        Assert.IsFalse(state.ReadOnly);
    }

    [TestMethod]
    public void AnEmptyFolderBecomesState() => StateDirectory.Open(_temp.Root, createIfMissing: true).Dispose();

    [TestMethod]
    public void WhatADeathDuringCreationLeavesBecomesState()
    {
        File.WriteAllText(_temp["lock"], "");
        File.WriteAllText(_temp["state.json.new"], "");
        StateDirectory.Open(_temp.Root, createIfMissing: true).Dispose();
    }

    [TestMethod]
    public void EveryPathIsInside()
    {
        using var state = StateDirectory.Open(_temp["s"], createIfMissing: true);
        string[] paths = [state.FiscalMemoryPath, state.WorkingMemoryPath, state.CardFolder, state.PaperPath, state.ClockPath];
        foreach (var path in paths) Assert.AreEqual(state.Root, Path.GetDirectoryName(path));
        Assert.AreEqual(paths.Length, paths.Distinct().Count());
    }

    [TestMethod]
    public void AMissingOneIsNotCreatedUnasked()
    {
        Refused(StateProblem.Missing, _temp["none"], () => StateDirectory.Open(_temp["none"], createIfMissing: false));
        Refused(StateProblem.Missing, _temp["none"], () => StateDirectory.OpenReadOnly(_temp["none"]));
        Assert.IsFalse(Directory.Exists(_temp["none"]));
    }

    [TestMethod]
    public void TheSecondOpenIsRefusedUntilTheFirstCloses()
    {
        var first = StateDirectory.Open(_temp["s"], createIfMissing: true);
        Refused(StateProblem.InUse, _temp["s"], () => StateDirectory.Open(_temp["s"], createIfMissing: false));
        first.Dispose();
        StateDirectory.Open(_temp["s"], createIfMissing: false).Dispose();
    }

    [TestMethod]
    public void LookingWorksWhileAnotherRunsAndWritesNothing()
    {
        using var running = StateDirectory.Open(_temp["s"], createIfMissing: true);
        using (var looking = StateDirectory.OpenReadOnly(_temp["s"])) Assert.IsTrue(looking.ReadOnly);
        running.Dispose();
        File.Delete(_temp["s/lock"]);
        StateDirectory.OpenReadOnly(_temp["s"]).Dispose();
        Assert.IsFalse(File.Exists(_temp["s/lock"]));
        Assert.AreEqual(1, Directory.GetFileSystemEntries(_temp["s"]).Length);
    }

    [TestMethod]
    public void ANewerFormatAsksForANewerNf()
    {
        Format("""{ "format": 2, "more": true }""");
        var e = Refused(StateProblem.Newer, _temp.Root, () => StateDirectory.Open(_temp.Root, createIfMissing: true));
        StringAssert.Contains(e.Message, "format 2");
        StringAssert.Contains(e.Message, "update nf");
        Refused(StateProblem.Newer, _temp.Root, () => StateDirectory.OpenReadOnly(_temp.Root));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("null")]
    [DataRow("[1]")]
    [DataRow("{}")]
    [DataRow("""{ "format": "1" }""")]
    [DataRow("""{ "format": 1.5 }""")]
    [DataRow("""{ "format": 0 }""")]
    [DataRow("""{ "format": 99999999999 }""")]
    public void AnUnreadableFormatIsDamage(string json)
    {
        Format(json);
        Refused(StateProblem.Damaged, _temp.Root, () => StateDirectory.Open(_temp.Root, createIfMissing: true));
        Assert.AreEqual(json, File.ReadAllText(_temp["state.json"]), "left as it was");
    }

    [TestMethod]
    public void ARefusalLeavesNoLock()
    {
        Format("""{ "format": 2 }""");
        Refused(StateProblem.Newer, _temp.Root, () => StateDirectory.Open(_temp.Root, createIfMissing: false));
        Format("""{ "format": 1 }""");
        StateDirectory.Open(_temp.Root, createIfMissing: false).Dispose();
    }

    [TestMethod]
    public void AFileIsNoDirectory()
    {
        File.WriteAllText(_temp["file"], "");
        Refused(StateProblem.NotState, _temp["file"], () => StateDirectory.Open(_temp["file"], createIfMissing: true));
        Refused(StateProblem.NotState, _temp["file"], () => StateDirectory.OpenReadOnly(_temp["file"]));
        Refused(StateProblem.Failed, _temp["file"], () => StateDirectory.Open(_temp["file/s"], createIfMissing: true));
    }

    [TestMethod]
    public void AFolderOfOtherThingsIsNotTakenOver()
    {
        File.WriteAllText(_temp["thesis.odt"], "");
        var e = Refused(StateProblem.NotState, _temp.Root, () => StateDirectory.Open(_temp.Root, createIfMissing: true));
        StringAssert.Contains(e.Message, "thesis.odt");
        Assert.AreEqual(1, Directory.GetFileSystemEntries(_temp.Root).Length);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a\0b")]
    public void APathThatIsNoneIsTold(string path) =>
        Assert.AreEqual(StateProblem.Failed,
            Assert.ThrowsExactly<StateException>(() => StateDirectory.Open(path, createIfMissing: true)).Problem);

    [TestMethod]
    [DataRow(28, StateProblem.Full)]
    [DataRow(unchecked((int)0x80070070), StateProblem.Full)]
    [DataRow(30, StateProblem.NoAccess)]
    [DataRow(5, StateProblem.Failed)]
    public void WhatTheSystemSaysIsPutIntoWords(int code, StateProblem problem)
    {
        var e = StateException.From("/some/place", new IOException("first line\nsecond line", code));
        Assert.AreEqual(problem, e.Problem);
        AssertOneLine(e, "/some/place");
    }

    [TestMethod]
    public void RightsThatAreMissingAreNoAccess()
    {
        var e = StateException.From("/some/place", new UnauthorizedAccessException());
        Assert.AreEqual(StateProblem.NoAccess, e.Problem);
        AssertOneLine(e, "/some/place");
    }

    private void Format(string json) => File.WriteAllText(_temp["state.json"], json);

    private static StateException Refused(StateProblem problem, string path, Func<StateDirectory> open)
    {
        var e = Assert.ThrowsExactly<StateException>(() => open().Dispose());
        Assert.AreEqual(problem, e.Problem, e.Message);
        AssertOneLine(e, path);
        return e;
    }

    private static void AssertOneLine(StateException e, string path)
    {
        StringAssert.Contains(e.Message, path);
        Assert.IsFalse(e.Message.Contains('\n'));
    }
}
