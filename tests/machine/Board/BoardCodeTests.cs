namespace Nf.Tests.Machine.Board;

/// <summary>What goes to a board can run there, and the folders depend on each other one way only.</summary>
[TestClass]
public sealed class BoardCodeTests
{
    // A power cut of the emulator is an exception that nothing may swallow. The supervisor is there to catch what nobody
    // expected, and a board's adapters turn whatever the runtime throws into answers; neither is between core and stores.
    private const string CatchRule = "no catch of everything";
    private const string Catcher = "Nf.Firmware.Supervision.Supervisor";

    /// <summary>The rules' names, one test each.</summary>
    public static IEnumerable<object[]> Rules => BoardRules.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void HalFirmwareAndBoardsKeepTheRule(string rule)
    {
        var modules = rule == CatchRule ? BuiltCode.OnBoard : BuiltCode.OnBoard.Concat(BuiltCode.Boards);
        var types = modules.SelectMany(module => module.GetTypes()).Where(type => rule != CatchRule || type.FullName != Catcher).ToList();
        Assert.IsGreaterThan(10, types.Count, "types inspected");
        Findings.ShouldBeNone(types.SelectMany(BoardRules.All[rule]));
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void TheVirtualBoardKeepsTheRule(string rule)
    {
        var types = BuiltCode.Virtual.GetTypes().Where(type => type.Namespace.StartsWith("Nf.Boards.", StringComparison.Ordinal)).ToList();
        Assert.IsGreaterThan(10, types.Count, "types inspected");
        Findings.ShouldBeNone(types.SelectMany(BoardRules.All[rule]));
    }

    [TestMethod]
    public void HalKnowsNothingButTheRuntime() => Findings.ShouldBeNone(BoardRules.References(BuiltCode.Hal, "mscorlib"));

    [TestMethod]
    public void FirmwareKnowsNothingButTheRuntimeAndHal() =>
        Findings.ShouldBeNone(BoardRules.References(BuiltCode.Firmware, "mscorlib", "Nf.Hal"));

    [TestMethod]
    [DataRow("Nf.Hal.Drivers")]
    [DataRow("Nf.Hal.Buses")]
    public void FirmwareKnowsDevicesOnly(string space) =>
        Findings.ShouldBeNone(BuiltCode.Firmware.GetTypes().SelectMany(type => BoardRules.Namespace(type, space)));

    [TestMethod]
    public void ModelsOfPeripheralsKnowNoFirmware()
    {
        var models = BuiltCode.Emulator.GetTypes()
            .Where(type => type.FullName.StartsWith("Nf.Emulator.Peripherals.", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(models, "no type in Nf.Emulator.Peripherals: has the folder another name now?");
        Findings.ShouldBeNone(models.SelectMany(type => BoardRules.Namespace(type, "Nf.Firmware")));
    }
}
