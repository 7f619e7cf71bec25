using Nf.Emulator.Host;
using Nf.Firmware.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>The remembered answer as it is stored.</summary>
[TestClass]
public sealed class RememberedAnswerTests
{
    [TestMethod]
    public void It_comes_back_as_it_was()
    {
        var first = Remembered(answer =>
        {
            answer.Error(-112101);
            answer.SyntaxError = true;
        });
        var loaded = new RememberedAnswer();
        loaded.Load(Saved(first), 3);
        Assert.IsTrue(loaded.IsValid);
        Assert.IsTrue(loaded.SyntaxError);
        Assert.IsFalse(loaded.UnknownCommand);
        Assert.AreEqual(first.Sequence, loaded.Sequence);
        Assert.AreEqual(first.Command, loaded.Command);
        Assert.AreEqual(first.FrameCrc, loaded.FrameCrc);
        Assert.AreEqual(first.FrameLength, loaded.FrameLength);
        CollectionAssert.AreEqual(first.Data[..first.DataLength], loaded.Data[..loaded.DataLength]);
    }

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public void Its_status_bits_come_back(bool notPermitted, bool overflow)
    {
        var loaded = new RememberedAnswer();
        loaded.Load(Saved(Remembered(answer => (answer.NotPermitted, answer.Overflow) = (notPermitted, overflow))), 3);
        Assert.AreEqual((notPermitted, overflow), (loaded.NotPermitted, loaded.Overflow));
    }

    [TestMethod]
    public void Saving_touches_its_own_bytes_only()
    {
        var buffer = Saved(Remembered(_ => { }), 0xAA);
        Assert.IsTrue(buffer[..3].All(b => b == 0xAA));
        Assert.IsTrue(buffer[^3..].All(b => b == 0xAA));
    }

    [TestMethod]
    [DataRow(RememberedAnswer.MaxSavedData, true)]
    [DataRow(RememberedAnswer.MaxSavedData + 1, false)]
    public void A_long_answer_does_not_outlive_a_power_cut(int length, bool survives)
    {
        var loaded = new RememberedAnswer();
        loaded.Load(Saved(Remembered(answer =>
        {
            answer.Clear();
            answer.Add(new string('x', length));
        })), 3);
        Assert.AreEqual(survives, loaded.IsValid);
    }

    [TestMethod]
    [DataRow(0x00)]
    [DataRow(0xFF)]
    public void Memory_that_was_never_written_holds_none(int value)
    {
        var loaded = new RememberedAnswer();
        loaded.Load(Enumerable.Repeat((byte)value, RememberedAnswer.SavedLength).ToArray(), 0);
        Assert.IsFalse(loaded.IsValid);
    }

    [TestMethod]
    public void Once_cleared_it_matches_nothing()
    {
        var bench = new SessionBench();
        var client = new DatecsClient(bench, 0x20);
        client.Send(44);
        bench.Session.Remembered.Clear();
        client.Repeat();
        Assert.HasCount(2, bench.Executed);
    }

    private static RememberedAnswer Remembered(Action<DatecsAnswer> fill)
    {
        var bench = new SessionBench { Answer = (_, answer) => fill(answer) };
        new DatecsClient(bench, 0x55).Send(300, "x", "y");
        return bench.Session.Remembered;
    }

    private static byte[] Saved(RememberedAnswer answer, byte background = 0)
    {
        var buffer = Enumerable.Repeat(background, RememberedAnswer.SavedLength + 6).ToArray();
        answer.Save(buffer, 3);
        return buffer;
    }
}
