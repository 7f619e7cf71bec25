using Nf.Emulator.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>The desktop's own host against a register, and against lines that fail.</summary>
[TestClass]
public sealed class DatecsClientTests
{
    [TestMethod]
    public void Each_command_has_the_next_SEQ_and_the_last_is_followed_by_the_first()
    {
        var bench = new SessionBench();
        var client = new DatecsClient(bench, 0xFE);
        Assert.AreEqual((byte)0xFE, client.Send(62).Sequence);
        Assert.AreEqual((byte)0xFF, client.Send(62).Sequence);
        Assert.AreEqual((byte)0x20, client.Send(62).Sequence);
        Assert.HasCount(3, bench.Executed);
    }

    [TestMethod]
    public void Command_of_a_new_client_is_carried_out_though_the_one_before_ended_with_the_same()
    {
        const int clients = 2000;
        var bench = new SessionBench();
        for (var i = 0; i < clients; i++) Assert.IsTrue(new DatecsClient(bench).Send(69, "Z").Ok);
        Assert.AreEqual(clients, bench.Executed.Count(command => command.StartsWith("69:", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void It_waits_through_SYN_without_sending_again()
    {
        var bench = new SessionBench { DurationMs = 5000 };
        var client = new DatecsClient(bench, 0x20);
        Assert.IsTrue(client.Send(69, "Z").Ok);
        Assert.AreEqual(0, client.Resent);
    }

    [TestMethod]
    public void It_gives_up_on_a_command_that_never_ends()
    {
        var bench = new SessionBench { DurationMs = int.MaxValue };
        var client = new DatecsClient(bench, 0x20) { Patience = 10 };
        Assert.ThrowsExactly<HostLinkException>(() => client.Send(69, "Z"));
    }

    [TestMethod]
    [DataRow("damage")]
    [DataRow("cut")]
    [DataRow("silence")]
    [DataRow("answer")]
    public void A_line_that_fails_once_costs_a_repetition_and_executes_once(string fault)
    {
        var bench = new SessionBench();
        var client = new DatecsClient(new FaultyChannel(bench, fault), 0x20);
        Assert.IsTrue(client.Send(49, "Pâine", "2", "10.00").Ok);
        Assert.AreEqual(1, client.Resent);
        Assert.IsTrue(client.Send(62).Ok);
        Assert.HasCount(2, bench.Executed);
    }

    [TestMethod]
    public void An_answer_that_comes_twice_is_not_taken_for_the_next_one()
    {
        var bench = new SessionBench();
        var client = new DatecsClient(bench, 0x20);
        client.Send(44);
        ((IHostChannel)bench).Send(DatecsFrame.Build(0x20, 44, []));
        CollectionAssert.AreEqual(new[] { "2" }, client.Send(44).Fields);
    }

    [TestMethod]
    public void A_dead_line_is_reported()
    {
        var client = new DatecsClient(new DeadChannel(), 0x20);
        var e = Assert.ThrowsExactly<HostLinkException>(() => client.Send(48));
        Assert.Contains("48", e.Message);
    }

    [TestMethod]
    public void Romanian_letters_travel_in_Windows_1250()
    {
        CollectionAssert.AreEqual(
            new byte[] { 0xE3, 0xE2, 0xEE, 0xBA, 0xFE, 0xC3, 0xC2, 0xCE, 0xAA, 0xDE, 0x09 }, HostText.EncodeFields(["ăâîșțĂÂÎȘȚ"]));
        Assert.AreEqual("ăâîșțĂÂÎȘȚ", HostText.Decode([0xE3, 0xE2, 0xEE, 0xBA, 0xFE, 0xC3, 0xC2, 0xCE, 0xAA, 0xDE]));
    }

    /// <summary>Fails at the first frame and works from then on.</summary>
    private sealed class FaultyChannel(IHostChannel line, string fault) : IHostChannel
    {
        private bool _failed;

        public void Send(ReadOnlySpan<byte> bytes)
        {
            if (_failed || fault == "answer") line.Send(bytes);
            else if (fault == "damage") line.Send([.. bytes[..12], (byte)(bytes[12] ^ 1), .. bytes[13..]]);
            else if (fault == "cut") line.Send(bytes[..12]);
            _failed |= fault != "answer";
        }

        public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
        {
            if (!line.TryReceive(buffer, silence, out count)) return false;
            if (!_failed) buffer[12] ^= 1;
            _failed = true;
            return true;
        }
    }

    private sealed class DeadChannel : IHostChannel
    {
        public void Send(ReadOnlySpan<byte> bytes)
        {
        }

        public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
        {
            count = 0;
            return false;
        }
    }
}
