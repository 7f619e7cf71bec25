using Nf.Tests.Machine.Board;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>boards.tsv: what is flashed where. A wrong address is accepted by the flasher and leaves a board without program.</summary>
[TestClass]
public sealed class BoardTableTests
{
    private static readonly IReadOnlyList<Dictionary<string, string>> Boards = BoardFiles.Table("boards.tsv");

    // Where the runtime's partition tables put the program, by chip; the room is that of the smallest flash the board comes with.
    private static readonly Dictionary<string, string> Addresses = new() { ["esp32"] = "0x1E0000", ["esp32s3"] = "0x1B0000" };

    [TestMethod]
    public void Every_board_has_its_folder_program_and_page() => Findings.ShouldBeNone(
        from board in Boards
        from file in new[] { "Program.cs", "Pins.cs", "README.md", "packages.config", $"{board["assembly"]}.nfproj", $"{board["assembly"]}.csproj" }
        where !File.Exists(Path.Combine(BoardFiles.Boards, board["board"], file))
        select $"{board["board"]} has no {file}");

    [TestMethod]
    public void Every_board_folder_is_in_the_table() => CollectionAssert.AreEquivalent(
        Directory.GetDirectories(BoardFiles.Boards, "esp32-*").Select(Path.GetFileName).ToList(),
        Boards.Select(board => board["board"]).ToList());

    [TestMethod]
    public void The_address_is_the_chips() => Findings.ShouldBeNone(
        from board in Boards
        where Addresses[board["chip"]] != board["address"]
        select $"{board["board"]}: {board["address"]} on {board["chip"]}");

    [TestMethod]
    public void The_image_is_one_of_the_runtimes_and_has_room_for_the_program()
    {
        CollectionAssert.AreEquivalent(new[] { "ESP32_OLIMEX_WROVER", "ESP32_PSRAM_REV3", "ESP32_S3_OCTAL" }, Boards.Select(board => board["target"]).ToList());
        foreach (var board in Boards)
        {
            Assert.AreEqual(board["chip"] == "esp32s3" ? 2944 : 1792, int.Parse(board["partition_kb"]), board["board"]);
            Assert.StartsWith("1.17.0", board["clr_version"], "the libraries' native part must match the image");
        }
    }
}
