namespace Nf.Emulator.Flash;

/// <summary>What the flashing tool's exit codes mean for somebody with a board in hand, and what to do next.</summary>
public static class ToolExit
{
    private const string Held = "close whatever else has the port open (a terminal, an IDE's device explorer)";
    private const string Boot = "hold BOOT, press and let go RESET, let go BOOT, and try again; a charging cable without data wires does the same";

    private static readonly Dictionary<int, string> s_next = new()
    {
        [2000] = $"the runtime on the board does not answer: put it on first (--runtime), or {Held}",
        [2001] = $"no board with a runtime was found: put it on first (--runtime), or {Held}",
        [2002] = "the runtime on the board refused: flash runtime and application again",
        [2003] = "the files did not get onto the board: the application may be using them; flash with --runtime and --erase, files before the application starts",
        [4000] = $"the chip does not answer: {Boot}",
        [4001] = "the chip's flash has a size that the runtime has no image for: this is another board",
        [4002] = $"the flash could not be erased: {Boot}",
        [4003] = $"the flash could not be written: a shorter cable or another USB port, then {Boot}",
        [4004] = $"the flash could not be read: {Boot}",
        [4005] = $"the port cannot be opened: check its name; {Held}",
        [5010] = "everything is on the board, only the restart failed: press RESET",
        [6000] = $"the port cannot be opened: check its name; {Held}",
        [6001] = "no port was given: --port",
        [6002] = $"another program has the board: {Held}",
        [7000] = "this board is not known to the tool: check the port",
        [9000] = "the tool does not know what it was told: it is another version than the one this command was written for, see docs/how-to/flash.md",
        [9005] = "the runtime's version is not there: see the tool's --listtargets, or fill an archive where there is a network",
        [9006] = "the tool cannot make a folder for what it loads: free some space",
        [9007] = "the runtime could not be loaded: check the network, or use an archive",
        [9008] = "the image is gone: check its path",
        [9009] = "the tool wants an address with the image: this command gives one, so the tool is another version; see docs/how-to/flash.md",
        [9010] = $"no board was found: {Boot}",
        [9015] = "the archive has no such runtime: fill it with 'nf flash archive' first",
    };

    /// <summary>What to do after an exit code other than 0.</summary>
    public static string Next(int code) => s_next.TryGetValue(code, out var next) ? next : "see what the tool said above";
}
