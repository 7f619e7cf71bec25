using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Tests.Machine.State;

[TestClass]
public sealed class ClockFileTests : IDisposable
{
    private static readonly ClockBase Base =
        new(new DateTime(2026, 7, 24, 10, 30, 15, 250), new DateTime(2026, 7, 24, 7, 30, 15, DateTimeKind.Utc));

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [TestMethod]
    public void AClockThatWasNeverSetHasNoBase() => Assert.IsNull(new ClockFile(_temp["clock.json"]).Load());

    [TestMethod]
    public void TheBaseSurvives()
    {
        new ClockFile(_temp["clock.json"]).Save(Base with { Civil = new DateTime(2001, 1, 1) });
        new ClockFile(_temp["clock.json"]).Save(Base);
        var loaded = new ClockFile(_temp["clock.json"]).Load();
        Assert.AreEqual(Base, loaded);
        Assert.AreEqual(DateTimeKind.Utc, loaded!.Value.Utc.Kind);
        Assert.AreEqual(1, Directory.GetFiles(_temp.Root).Length);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("{}")]
    [DataRow("""{ "civil": "2026-07-24T10:30:15" }""")]
    [DataRow("""{ "civil": "yesterday", "utc": "2026-07-24T07:30:15Z" }""")]
    public void AnUnreadableFileIsDamage(string json)
    {
        File.WriteAllText(_temp["clock.json"], json);
        var e = Assert.ThrowsExactly<StateException>(() => new ClockFile(_temp["clock.json"]).Load());
        Assert.AreEqual(StateProblem.Damaged, e.Problem);
        StringAssert.Contains(e.Message, _temp["clock.json"]);
    }

    [TestMethod]
    public void AFolderThatIsGoneIsTold() =>
        Assert.ThrowsExactly<StateException>(() => new ClockFile(_temp["gone/clock.json"]).Save(Base));
}
