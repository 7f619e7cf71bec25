using Nf.Emulator.Peripherals;

namespace Nf.Tests.Machine.Drivers;

/// <summary>What the printer's model takes for a comma below, so that paper cannot show one that was not drawn.</summary>
[TestClass]
public sealed class DotPatternTests
{
    private const string Body = "#####\n#####\n#####";

    [TestMethod]
    [DataRow(23, Body + "\n\n  ##\n  ##\n  #", true, "a comma")]
    [DataRow(23, Body + "\n  ##\n  ##\n  #", false, "a cedilla hangs on its letter")]
    [DataRow(23, Body + "\n\n  ##\n  ##", false, "a dot does not turn")]
    [DataRow(23, Body + "\n\n  ##\n  ##\n   #", false, "turned to the right")]
    [DataRow(23, Body + "\n\n#####\n####", false, "too wide")]
    [DataRow(17, Body + "\n\n  ##\n  ##\n  #", false, "not below the line")]
    [DataRow(23, "  ##\n  ##\n  #", false, "nothing above")]
    [DataRow(20, Body, false, "no mark")]
    [DataRow(23, "", false, "no dot")]
    public void A_comma_below_is_a_small_mark_apart_whose_foot_turns_left(int lastRow, string drawing, bool expected, string what)
    {
        var rows = drawing.Split('\n');
        Assert.AreEqual(expected, new DotPattern(Glyph.Columns(lastRow + 1 - rows.Length, rows)).HasCommaBelow, what);
    }
}
