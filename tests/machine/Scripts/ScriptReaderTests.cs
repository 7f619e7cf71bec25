using System.Diagnostics;
using System.Text;
using CsCheck;
using Nf.Emulator.Scripts;

namespace Nf.Tests.Machine.Scripts;

/// <summary>The script notation: what it comes to, and what is wrong with a line that comes to nothing.</summary>
[TestClass]
public sealed class ScriptReaderTests
{
    [TestMethod]
    [DataRow("56", "56|")]
    [DataRow("56,", "56|")]
    [DataRow(@"53,0\t\t", "53|0→→")]
    [DataRow(@"53,0[\t][\t]", "53|0→→")]
    [DataRow("53,0\t\t", "53|0→→")]
    [DataRow(@"  54,Ceai, cu lămâie\t  ", "54|Ceai, cu lămâie→")]
    [DataRow(@"54,C:\bon\t", @"54|C:\bon→")]
    [DataRow(@"{a} 53,0\t{b}9.00\t {c}", "53|0→9.00→")]
    [DataRow("{one\ntwo\nthree} 62", "62|")]
    [DataRow("62\r\n\r\n56\r\n", "62| 56|")]
    [DataRow("\uFEFF62\n", "62|")]
    [DataRow("*2,a\n62\n*3,b\n74\n:b\n:a\n90\n", "62| 74| 74| 74| 62| 74| 74| 74| 90|")]
    [DataRow("*2,a\n62\n:a\n*2,a\n74\n:a", "62| 62| 74| 74|")]
    [DataRow("*3,a\n:a\n62\n", "62|")]
    [DataRow("", "")]
    public void It_comes_to(string script, string commands) => Assert.AreEqual(commands, string.Join(' ', Commands(script)));

    [TestMethod]
    [DataRow("62\nx", "s.txt:2: 'x' is not a command's number")]
    [DataRow("S^PÂINE^1", "s.txt:1: 'S^PÂINE^1' is not")]
    [DataRow(",0", "s.txt:1: '' is not")]
    [DataRow("99999,0", "s.txt:1: the command's number 99999 is not from 0 to 65535")]
    [DataRow("99999999999999999999", "s.txt:1: the command's number")]
    [DataRow("62\0", "s.txt:1:")]
    [DataRow("54,\u0007", "s.txt:1: a control character")]
    [DataRow("*,a\n:a", "s.txt:1: a repeat is from 1")]
    [DataRow("*5\n", "s.txt:1: a repeat has the form *times,label")]
    [DataRow("*5,\n", "s.txt:1: a repeat has the form *times,label")]
    [DataRow("*0,a\n:a", "s.txt:1: a repeat is from 1 to 1000000 times, not '0'")]
    [DataRow("*-3,a\n:a", "s.txt:1: a repeat is from 1")]
    [DataRow("*9999999999,a\n:a", "s.txt:1: a repeat is from 1")]
    [DataRow("62\n*2,a\n62\n", "s.txt:2: the repeat is not ended by ':a'")]
    [DataRow(":a", "s.txt:1: ':a' ends a repeat, and none is open")]
    [DataRow("*2,a\n*2,b\n:a\n:b", "s.txt:3: ':a' where the repeat of line 2 ends with ':b'")]
    [DataRow("62 {no end\n56", "s.txt:1: the comment '{' is not ended by '}'")]
    [DataRow("@tomorrow", "s.txt:1: 'tomorrow' is not a time")]
    [DataRow("*1000001,a\n62\n:a", "s.txt:1: a repeat is from 1")]
    [DataRow("62\n*1000000,a\n62\n:a", "s.txt:2: the script comes to more than 1000000 commands")]
    [DataRow("*1000,a\n*1000,b\n62\n62\n:b\n:a", "s.txt:1: the script comes to more than 1000000 commands", DisplayName = "nested")]
    public void It_is_wrong(string script, string says)
    {
        var error = Assert.ThrowsExactly<ScriptException>(() => Commands(script));
        StringAssert.StartsWith(error.Message, says);
    }

    [TestMethod]
    public void Data_fits_a_frame_or_is_refused()
    {
        Assert.HasCount(1, Commands("54," + new string('a', 480)));
        Assert.ThrowsExactly<ScriptException>(() => Commands("54," + new string('a', 481)));
    }

    [TestMethod]
    public void Repeats_inside_one_another_are_bounded_and_a_repeat_of_nothing_takes_no_time()
    {
        var watch = Stopwatch.StartNew();
        Assert.IsEmpty(Commands(Nested(8, "")));
        Assert.HasCount(256, Commands(Nested(8, "62\n", times: 2)));
        Assert.ThrowsExactly<ScriptException>(() => Commands(Nested(9, "62\n", times: 2)));
        Assert.ThrowsExactly<ScriptException>(() => Commands(Nested(8, "62\n")));
        Assert.IsLessThan(30, watch.Elapsed.TotalSeconds);
    }

    [TestMethod]
    public void The_largest_scripts_are_read_at_once_and_larger_ones_not()
    {
        var watch = Stopwatch.StartNew();
        Assert.HasCount(ScriptReader.SizeMost / 3, Commands(string.Concat(Enumerable.Repeat("62\n", ScriptReader.SizeMost / 3))));
        Assert.IsEmpty(Commands(string.Concat(Enumerable.Repeat("{}", ScriptReader.SizeMost / 2))));
        Assert.ThrowsExactly<ScriptException>(() => Commands(string.Concat(Enumerable.Repeat("a{}", ScriptReader.SizeMost / 3))));
        Assert.ThrowsExactly<ScriptException>(() => Commands(new string(' ', ScriptReader.SizeMost + 1)));
        Assert.IsLessThan(30, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Whatever the bytes are, they are a script or are refused with a place.</summary>
    [TestMethod]
    public void Rubbish_is_refused_with_its_line() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Char["0123456789,*:{}@\\t[]\t \n\rab"].Array[0, 200].Select(chars => Encoding.UTF8.GetBytes(chars))).Sample(bytes =>
    {
        try
        {
            var script = ScriptReader.Read("s.txt", bytes);
            Assert.IsLessThanOrEqualTo(ScriptReader.StepsMost, ScriptStep.Unroll(script).LongCount());
        }
        catch (ScriptException e)
        {
            StringAssert.Matches(e.Message, new(@"^s\.txt:\d+: \S"));
        }
    }, iter: 2000);

    [TestMethod]
    [DataRow("48,1", true)]
    [DataRow("\n  \n@2026-11-16 07:00:00\n{a}", true)]
    [DataRow("*2,a", true)]
    [DataRow("S^a", false)]
    [DataRow("# 48,1\n", false)]
    [DataRow("@2026-11-16 07:00:00\n", false)]
    [DataRow("", false)]
    public void It_is_told_from_FiscalNet_by_its_first_line(string content, bool isScript) =>
        Assert.AreEqual(isScript, ScriptReader.IsScript(Encoding.UTF8.GetBytes(content)));

    [TestMethod]
    public void It_may_be_written_in_the_code_page_of_Windows() => Assert.AreEqual("54|Pâine cu ţelină→",
        string.Join(' ', Commands([.. "54,P"u8, 0xE2, .. "ine cu "u8, 0xFE, .. "elin"u8, 0xE3, .. @"\t"u8])));

    private static string Nested(int depth, string inner, int times = 1_000_000) =>
        string.Concat(Enumerable.Range(0, depth).Select(i => $"*{times},l{i}\n")) + inner
        + string.Concat(Enumerable.Range(0, depth).Reverse().Select(i => $":l{i}\n"));

    private static List<string> Commands(string script) => Commands(Encoding.UTF8.GetBytes(script));

    private static List<string> Commands(byte[] script) => [.. ScriptStep.Unroll(ScriptReader.Read("s.txt", script))
        .Select(step => ((ScriptStep.Send)step).Command).Select(command => $"{command.Number}|{command.Data.Replace('\t', '→')}")];
}
