using Nf.Emulator.Host;
using Nf.Firmware.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>Waiting, repetitions and refusals of the host dialogue.</summary>
[TestClass]
public sealed class DialogueTests
{
    private static readonly byte[] Sale = DatecsFrame.Build(0x30, 49, HostText.EncodeData("Pâine\t2\t10.00\t"));

    [TestMethod]
    public void A_long_command_sends_SYN_every_60_ms_until_its_answer()
    {
        var bench = new SessionBench { DurationMs = 200 };
        List<(long At, byte[] Bytes)> heard = [];
        bench.Receive(Sale);
        for (var i = 0; i <= 300; i++)
        {
            bench.Turns();
            var sent = bench.Sent;
            if (sent.Length > 0) heard.Add((bench.Time.Milliseconds, sent));
            bench.Time.AdvanceTo(bench.Time.NowMicroseconds + 1000);
        }

        CollectionAssert.AreEqual(new long[] { 60, 120, 180, 200 }, heard.Select(h => h.At).ToArray());
        Assert.IsTrue(heard.Take(3).All(h => h.Bytes is [DatecsFrame.Syn]));
        Assert.AreEqual(49, DatecsFrame.Parse(heard[3].Bytes)!.Command);
        Assert.HasCount(1, bench.Executed);
    }

    [TestMethod]
    public void A_short_command_is_answered_in_the_turn_that_reads_it()
    {
        var bench = new SessionBench();
        bench.Receive(Sale);
        Assert.IsTrue(bench.Session.Turn());
        Assert.IsNotNull(DatecsFrame.Parse(bench.Sent));
        Assert.IsFalse(bench.Session.Turn());
        Assert.IsLessThanOrEqualTo(256, bench.LargestRead);
    }

    [TestMethod]
    public void A_frame_that_comes_during_a_command_is_executed_after_it()
    {
        var bench = new SessionBench { DurationMs = 50 };
        bench.Receive(Sale);
        bench.Receive(DatecsFrame.Build(0x31, 62, []));
        bench.Run(49);
        Assert.HasCount(1, bench.Executed);
        bench.Run(52);
        CollectionAssert.AreEqual(new[] { 49, 62 }, Replies(bench.Sent).Select(r => r.Command).ToArray());
    }

    [TestMethod]
    public void The_same_frame_is_answered_again_and_not_executed()
    {
        var bench = new SessionBench();
        var first = Answer(bench, Sale);
        bench.Status = [0, 0, 0x08, 0, 0, 0, 0, 0];
        var second = Answer(bench, Sale);
        CollectionAssert.AreEqual(first.Fields, second.Fields);
        Assert.AreEqual((byte)0x88, second.Status[2], "the status is the present one");
        Assert.HasCount(1, bench.Executed);
    }

    [TestMethod]
    public void The_same_SEQ_with_other_bytes_is_another_command()
    {
        var bench = new SessionBench();
        Answer(bench, Sale);
        Answer(bench, DatecsFrame.Build(0x30, 49, HostText.EncodeData("Pâine\t2\t10.01\t")));
        Answer(bench, Sale);
        Assert.HasCount(3, bench.Executed);
    }

    [TestMethod]
    public void The_same_bytes_with_another_SEQ_are_another_command()
    {
        var bench = new SessionBench();
        Answer(bench, DatecsFrame.Build(0x30, 44, []));
        Answer(bench, DatecsFrame.Build(0x31, 44, []));
        Assert.HasCount(2, bench.Executed);
    }

    [TestMethod]
    public void A_repetition_after_a_power_cut_gets_the_saved_answer()
    {
        var bench = new SessionBench();
        var first = Answer(bench, Sale);
        var saved = new byte[RememberedAnswer.SavedLength];
        bench.Session.Remembered.Save(saved, 0);
        bench.Restart(saved);
        var second = Answer(bench, Sale);
        CollectionAssert.AreEqual(first.Fields, second.Fields);
        Assert.HasCount(1, bench.Executed);
        Answer(bench, DatecsFrame.Build(0x30, 49, HostText.EncodeData("Pâine\t2\t10.01\t")));
        Assert.HasCount(2, bench.Executed);
    }

    [TestMethod]
    public void An_answer_saved_within_the_commit_counts_before_the_command_is_finished()
    {
        var saved = new byte[RememberedAnswer.SavedLength];
        var bench = new SessionBench();
        bench.Answer = (request, answer) =>
        {
            bench.Session.Remembered.Remember(request, answer);
            bench.Session.Remembered.Save(saved, 0);
            throw new InvalidOperationException("the power goes here");
        };
        bench.Receive(Sale);
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Session.Turn());
        bench.Restart(saved);
        CollectionAssert.AreEqual(new[] { "1" }, Answer(bench, Sale).Fields);
        Assert.HasCount(1, bench.Executed);
    }

    [TestMethod]
    public void A_damaged_repetition_is_not_taken_for_the_frame()
    {
        var bench = new SessionBench();
        Answer(bench, Sale);
        var damaged = Sale.ToArray();
        damaged[12] ^= 1;
        bench.Receive(damaged);
        bench.Turns();
        CollectionAssert.AreEqual(new[] { DatecsFrame.Nak }, bench.Sent);
    }

    [TestMethod]
    public void An_unknown_command_has_empty_data_and_its_status_bits_also_when_repeated()
    {
        var bench = new SessionBench { Answer = (_, answer) => answer.UnknownCommand = true };
        bench.Receive(Sale);
        bench.Receive(Sale);
        bench.Turns();
        var replies = Replies(bench.Sent);
        Assert.HasCount(2, replies);
        foreach (var reply in replies)
        {
            Assert.IsEmpty(reply.Fields);
            Assert.AreEqual((byte)0xA2, reply.Status[0]);
        }

        bench.Answer = (_, _) => { };
        Assert.AreEqual((byte)0x80, Answer(bench, DatecsFrame.Build(0x31, 62, [])).Status[0], "for one answer only");
    }

    [TestMethod]
    public void A_syntax_error_keeps_its_number_and_sets_its_status_bits()
    {
        var bench = new SessionBench();
        bench.Answer = (_, answer) =>
        {
            answer.Error(-112103);
            answer.SyntaxError = true;
        };
        var reply = Answer(bench, Sale);
        Assert.AreEqual(-112103, reply.ErrorCode);
        Assert.AreEqual((byte)0xA1, reply.Status[0]);
    }

    [TestMethod]
    [DataRow(new byte[] { 0x41, 0x0A, 0x09 }, DisplayName = "a bare control byte")]
    [DataRow(new byte[] { 0x41, 0x10 }, DisplayName = "half an escape")]
    [DataRow(new byte[] { 0x10, 0x39, 0x09 }, DisplayName = "an escape of what needs none")]
    public void Data_that_cannot_be_read_is_refused_without_the_handler(byte[] data)
    {
        var bench = new SessionBench();
        var reply = Answer(bench, DatecsFrame.Build(0x30, 42, data));
        Assert.AreEqual(-112001, reply.ErrorCode);
        Assert.IsTrue(reply.IsSyntaxError);
        Assert.IsEmpty(bench.Executed);
    }

    [TestMethod]
    public void More_fields_than_any_command_has_are_refused()
    {
        var bench = new SessionBench();
        Assert.IsTrue(Answer(bench, DatecsFrame.Build(0x30, 42, HostText.EncodeData(new string('\t', 32)))).Ok);
        Assert.AreEqual(-112001, Answer(bench, DatecsFrame.Build(0x31, 42, HostText.EncodeData(new string('\t', 33)))).ErrorCode);
    }

    [TestMethod]
    public void An_answer_that_the_line_takes_slowly_arrives_whole_and_before_the_next_command()
    {
        var bench = new SessionBench { WriteLimit = 3 };
        bench.Receive(Sale);
        bench.Receive(DatecsFrame.Build(0x31, 62, []));
        bench.Session.Turn();
        Assert.HasCount(1, bench.Executed);
        bench.Run(200);
        CollectionAssert.AreEqual(new[] { 49, 62 }, Replies(bench.Sent).Select(r => r.Command).ToArray());
    }

    [TestMethod]
    public void A_line_that_takes_nothing_stops_the_dialogue_and_not_the_command()
    {
        var bench = new SessionBench { WriteLimit = 0, DurationMs = 500 };
        bench.Receive(Sale);
        bench.Run(1000);
        Assert.IsFalse(bench.Session.Busy);
        Assert.IsFalse(bench.Session.Quiet);
        bench.WriteLimit = int.MaxValue;
        bench.Run(1);
        var sent = bench.Sent;
        Assert.AreEqual(DatecsFrame.Syn, sent[0]);
        Assert.AreEqual(49, DatecsFrame.Parse(sent.AsSpan(1))!.Command);
    }

    [TestMethod]
    public void The_largest_answer_fits_its_frame()
    {
        var bench = new SessionBench { WriteLimit = 0, DurationMs = 61 };
        bench.Answer = (_, answer) =>
        {
            answer.Clear();
            answer.Add(new string('x', DatecsAnswer.MaxData));
        };
        bench.Receive(Sale);
        bench.Run(100);
        bench.WriteLimit = int.MaxValue;
        bench.Run(1);
        Assert.AreEqual(DatecsAnswer.MaxData, DatecsFrame.Parse(bench.Sent.AsSpan(1))!.Fields[0].Length);
    }

    private static DatecsReply Answer(SessionBench bench, byte[] frame)
    {
        bench.Receive(frame);
        bench.Turns();
        return Replies(bench.Sent).Single();
    }

    private static List<DatecsReply> Replies(byte[] sent)
    {
        var reader = new DatecsAnswerReader();
        List<DatecsReply> replies = [];
        foreach (var b in sent)
        {
            if (reader.Take(b) == HostHears.Answer) replies.Add(reader.Reply!);
        }

        return replies;
    }
}
