#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Text;

namespace Nf.Tests.Unit.Text;

[TestClass]
public class TextLineTests
{
    [TestMethod]
    public void Parts_follow_each_other()
    {
        TextLine line = new TextLine(32);
        line.Add("B");
        line.Add((byte)' ');
        line.Add(new byte[] { 0, 0xFE, 0xE3, 0 }, 1, 2);
        line.AddAmount(-1205);
        line.Add("x");
        line.AddQuantity(1500);
        line.AddPadded(7, 4);
        line.AddNumber(42);
        Assert.AreEqual("B ță-12.05x1.5000742", Text(line));
    }

    [TestMethod]
    public void What_does_not_fit_is_cut()
    {
        TextLine line = new TextLine(5);
        line.Add("abc");
        line.Add("def");
        line.Add((byte)'g');
        Assert.AreEqual("abcde", Text(line));
    }

    [TestMethod]
    public void Clear_empties_the_line_and_what_was_past_its_edge()
    {
        TextLine line = new TextLine(5);
        line.Add("abcdefg");
        line.Clear();
        Assert.AreEqual("", Text(line));
        line.Add("ab");
        line.AlignRight(0);
        Assert.AreEqual("   ab", Text(line));
    }

    [TestMethod]
    public void Text_is_centred_with_the_odd_space_at_the_right()
    {
        Assert.AreEqual("  abc", Centred("abc", 8));
        Assert.AreEqual("abcde", Centred("abcdefg", 5));
        Assert.AreEqual("  ", Centred("", 5));
    }

    [TestMethod]
    public void The_right_part_goes_to_the_edge()
    {
        Assert.AreEqual("TOTAL 1.00", Aligned("TOTAL", 10));
        Assert.AreEqual("TOTAL  1.00", Aligned("TOTAL", 11));
        Assert.AreEqual("      1.00", Aligned("", 10));
    }

    [TestMethod]
    public void The_right_part_stays_whole_and_the_left_one_is_cut()
    {
        Assert.AreEqual("TOTA 1.00", Aligned("TOTAL", 9));
        Assert.AreEqual("TOT 1.00", Aligned("TOTAL", 8));
        Assert.AreEqual(" 1.00", Aligned("TOTAL", 5));
        Assert.AreEqual("1.00", Aligned("TOTAL", 4));
        Assert.AreEqual("TOT 1.00", Aligned("TOTAL DE PLATĂ CU TOT CU TVA", 8));
    }

    [TestMethod]
    public void A_right_part_of_several_pieces_stays_whole()
    {
        TextLine line = new TextLine(10);
        line.Add("abc");
        int from = line.Length;
        line.AddAmount(12345);
        line.Add(" B");
        line.AlignRight(from);
        Assert.AreEqual("a 123.45 B", Text(line));
    }

    [TestMethod]
    public void A_left_part_of_several_pieces_is_cut_where_the_right_part_starts()
    {
        TextLine line = new TextLine(10);
        line.Add("abcdefghijkl");
        line.Add("mnop");
        int from = line.StartRight();
        line.AddAmount(100);
        line.AlignRight(from);
        Assert.AreEqual("abcde 1.00", Text(line));
    }

    [TestMethod]
    public void An_empty_right_part_cuts_nothing()
    {
        TextLine line = new TextLine(5);
        line.Add("abcde");
        line.AlignRight(5);
        Assert.AreEqual("abcde", Text(line));
    }

    [TestMethod]
    public void A_right_part_wider_than_the_paper_is_cut()
    {
        TextLine line = new TextLine(5);
        line.Add("ab");
        line.Add("123456789");
        line.AlignRight(2);
        Assert.AreEqual("12345", Text(line));
    }

    [TestMethod]
    public void An_index_off_the_line_is_refused()
    {
        TextLine line = new TextLine(5);
        line.Add("ab");
        Check.Throws(typeof(ArgumentOutOfRangeException), () => line.AlignRight(3));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => line.AlignRight(-1));
    }

    [TestMethod]
    public void A_line_is_filled_to_its_end()
    {
        TextLine line = new TextLine(5);
        line.Add("ab");
        line.Fill('-', line.Columns);
        Assert.AreEqual("ab---", Text(line));
    }

    private static string Centred(string text, int columns)
    {
        TextLine line = new TextLine(columns);
        line.Add(text);
        line.Centre();
        return Text(line);
    }

    private static string Aligned(string left, int columns)
    {
        TextLine line = new TextLine(columns);
        line.Add(left);
        int from = line.Length;
        line.AddAmount(100);
        line.AlignRight(from);
        return Text(line);
    }

    private static string Text(TextLine line) => Latin16.ToText(line.Bytes, 0, line.Length);
}
