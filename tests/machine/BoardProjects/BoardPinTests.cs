using Nf.Tests.Machine.Board;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>Each board's pins: on its chip, free, none twice, no output on a pin that cannot drive; and its page says the same.</summary>
[TestClass]
public sealed class BoardPinTests
{
    // Memories, debugger and USB take pins; what decides how the chip starts may not be pulled by what hangs on it.
    private static readonly Dictionary<string, int[]> Free = new()
    {
        ["esp32-wrover"] = [4, 5, 13, 14, 15, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 34, 35, 36, 39],
        ["esp32-s3"] = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 38, 39, 40, 41, 42, 47],
        // RMII: 0, 19, 21, 22, 25, 26, 27; its management: 18, 23; its supply: 12. 34 is the button, 35 the battery.
        ["esp32-ethernet"] = [2, 4, 5, 13, 14, 15, 32, 33, 36, 39],
    };

    private static readonly int[] InputsOnly = [34, 35, 36, 37, 38, 39];

    public static IEnumerable<object[]> Boards => BoardFiles.Table("boards.tsv").Select(board => new object[] { board["board"], board["assembly"], board["chip"] });

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void Pins_are_free_and_used_once(string board, string assembly, string chip)
    {
        var pins = Pins(assembly);
        Assert.IsGreaterThan(8, pins.Count);
        Findings.ShouldBeNone(pins.Where(pin => !Free[board].Contains(pin.Value)).Select(pin => $"{pin.Key}: GPIO {pin.Value} is not free on {chip}"));
        Findings.ShouldBeNone(pins.GroupBy(pin => pin.Value).Where(group => group.Count() > 1)
            .Select(group => $"GPIO {group.Key}: {string.Join(", ", group.Select(pin => pin.Key))}"));
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void What_drives_is_on_a_pin_that_can(string board, string assembly, string chip) => Findings.ShouldBeNone(
        from pin in Pins(assembly)
        where chip == "esp32" && InputsOnly.Contains(pin.Value) && !IsInput(pin.Key)
        select $"{board}: {pin.Key} drives, and GPIO {pin.Value} is an input only");

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void The_page_has_every_pin(string board, string assembly, string chip)
    {
        var page = File.ReadAllLines(Path.Combine(BoardFiles.Boards, board, "README.md"));
        Findings.ShouldBeNone(
            from pin in Pins(assembly)
            where !page.Any(line => line.StartsWith($"| `{pin.Key}` | {pin.Value} |", StringComparison.Ordinal))
            select $"{board}/README.md has no row for {pin.Key} on GPIO {pin.Value} of the {chip}");
    }

    private static bool IsInput(string name) => name.EndsWith("Rx", StringComparison.Ordinal) || name.EndsWith("Miso", StringComparison.Ordinal) || name == "ServiceSwitch";

    // Constants that begin with Bridge number what is on the bridge.
    private static Dictionary<string, int> Pins(string assembly) =>
        BuiltCode.Boards.Single(module => module.Assembly.Name.Name == assembly).GetType(assembly, "Pins").Fields
            .Where(field => field.HasConstant && !field.Name.StartsWith("Bridge", StringComparison.Ordinal))
            .ToDictionary(field => field.Name, field => (int)field.Constant);
}
