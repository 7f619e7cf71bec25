using Nf.Emulator.Machine;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

/// <summary>The letters that the driver defines are the ones drawn above their bytes.</summary>
[TestClass]
public sealed class RomanianGlyphsTests
{
    private const string Drawn = "STst";
    private const int Pitch = 14;
    private const int FirstRow = 2;
    private const int Length = 36;

    [TestMethod]
    public void Their_bytes_are_the_drawing()
    {
        var sent = SentAtStart();
        var rows = Drawing();
        for (var i = 0; i < Drawn.Length; i++)
        {
            var expected = Glyph.Columns(FirstRow, [.. rows.Select(row => row.PadRight(4 * Pitch).Substring(i * Pitch, 12))]);
            Assert.AreEqual(Convert.ToHexString(expected), Convert.ToHexString(DefinitionOf(Drawn[i], sent)), $"{Drawn[i]}");
        }
    }

    [TestMethod]
    public void No_definition_holds_the_start_of_a_real_time_command()
    {
        var sent = SentAtStart();
        foreach (var letter in Drawn + "RL") Assert.DoesNotContain((byte)0x10, DefinitionOf(letter, sent), $"{letter}");
    }

    private static byte[] SentAtStart()
    {
        var (wire, sent) = (new SerialWire(), new byte[1024]);
        var driver = new EscPosPrinter(wire, new VirtualTime(), 42);
        driver.Poll();
        wire.DeviceWrite([0x12]);
        for (var turn = 0; turn < 3; turn++) driver.Poll();
        return sent[..wire.DeviceRead(sent)];
    }

    // ESC & 3 c1 c2, and for each code its width, 12, and 36 bytes.
    private static byte[] DefinitionOf(char letter, byte[] sent)
    {
        for (var at = 0; at + 5 < sent.Length; at++)
        {
            if (sent[at] != 0x1B || sent[at + 1] != '&' || sent[at + 3] > letter || sent[at + 4] < letter) continue;
            var start = at + 5 + (letter - sent[at + 3]) * (1 + Length);
            Assert.AreEqual(12, sent[start]);
            return sent[(start + 1)..(start + 1 + Length)];
        }

        throw new AssertFailedException($"no definition of {letter}");
    }

    private static string[] Drawing()
    {
        var source = File.ReadAllLines(Path.Combine(Conformity.Repository.Root, "hal", "Drivers", "RomanianGlyphs.cs"));
        var start = Array.IndexOf(source, "/// <code>") + 1;
        return [.. source[start..Array.IndexOf(source, "/// </code>")].Select(line => line.Length > 4 ? line[4..] : "")];
    }
}
