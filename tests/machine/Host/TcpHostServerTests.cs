using Nf.Emulator.Host;

namespace Nf.Tests.Machine.Host;

/// <summary>A register behind a TCP port, with hosts that come, go, and break off.</summary>
[TestClass]
public sealed class TcpHostServerTests
{
    /// <summary>Nothing here depends on time; a port that keeps silent would hold up the run for ever.</summary>
    private const int HangMs = 60_000;

    private static readonly byte[] Sale = DatecsFrame.Build(0x30, 49, HostText.EncodeData("Pâine\t2\t10.00\t"));

    [TestMethod]
    [Timeout(HangMs)]
    public void A_connection_for_each_command()
    {
        using var register = new TcpRegister();
        for (var i = 1; i <= 20; i++)
        {
            using var channel = register.Connect();
            CollectionAssert.AreEqual(new[] { $"{i}" }, Patient(channel, (byte)(0x20 + i)).Send(44).Fields);
        }
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void Many_commands_on_one_connection()
    {
        using var register = new TcpRegister();
        using var channel = register.Connect();
        var client = Patient(channel, 0x20);
        for (var i = 1; i <= 300; i++) CollectionAssert.AreEqual(new[] { $"{i}" }, client.Send(44).Fields);
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void A_newer_connection_replaces_the_older()
    {
        using var register = new TcpRegister();
        using var older = register.Connect();
        Assert.IsTrue(Patient(older, 0x20).Send(44).Ok);
        using var newer = register.Connect();
        Assert.IsTrue(Patient(newer, 0x30).Send(44).Ok);
        Assert.ThrowsExactly<HostLinkException>(() => older.TryReceive(new byte[1], Timeout.InfiniteTimeSpan, out _));
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void Half_a_frame_does_not_disturb_the_next_connection()
    {
        using var register = new TcpRegister();
        using (var broken = register.Connect())
        {
            broken.Send(Sale.AsSpan(0, 12));
            register.WaitUntil(bench => bench.Received == 12);
        }

        using var channel = register.Connect();
        Assert.IsTrue(Patient(channel, 0x40).Send(62).Ok);
        register.Do(bench => CollectionAssert.AreEqual(new[] { "62:" }, bench.Executed));
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void The_answer_to_a_connection_that_ended_does_not_reach_the_next_one()
    {
        using var register = new TcpRegister();
        register.Do(bench => bench.DurationMs = int.MaxValue);
        using (var gone = register.Connect())
        {
            gone.Send(Sale);
            register.WaitUntil(bench => bench.Executed.Count == 1);
        }

        using var channel = register.Connect();
        channel.Send(DatecsFrame.Build(0x30, 49, HostText.EncodeData("Lapte\t2\t5.00\t")));
        register.WaitForArrivals(2);
        register.Do(bench => bench.DurationMs = 0);

        var reader = new DatecsAnswerReader();
        var buffer = new byte[1];
        HostHears heard;
        do
        {
            Assert.IsTrue(channel.TryReceive(buffer, Timeout.InfiniteTimeSpan, out _));
            heard = reader.Take(buffer[0]);
        }
        while (heard is HostHears.Nothing or HostHears.Syn);

        Assert.AreEqual(HostHears.Answer, heard);
        CollectionAssert.AreEqual(new[] { "2" }, reader.Reply!.Fields);
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void The_next_connection_is_told_to_wait_while_the_last_ones_command_runs()
    {
        using var register = new TcpRegister();
        register.Do(bench => bench.DurationMs = int.MaxValue);
        using (var gone = register.Connect())
        {
            gone.Send(Sale);
            register.WaitUntil(bench => bench.Executed.Count == 1);
        }

        using var channel = register.Connect();
        channel.Send(DatecsFrame.Build(0x31, 62, []));
        register.WaitForArrivals(2);
        register.Do(bench => bench.Run(60));
        var buffer = new byte[1];
        Assert.IsTrue(channel.TryReceive(buffer, Timeout.InfiniteTimeSpan, out _));
        Assert.AreEqual(DatecsFrame.Syn, buffer[0]);
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void A_command_whose_host_hung_up_at_once_is_executed()
    {
        using var register = new TcpRegister();
        using (var gone = register.Connect()) gone.Send(Sale);
        register.WaitUntil(bench => bench.Executed.Count == 1);
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void A_port_in_use_is_named_with_what_to_do()
    {
        using var register = new TcpRegister();
        var e = Assert.ThrowsExactly<PortInUseException>(() => new TcpHostServer(register.Port, () => { }));
        Assert.AreEqual(register.Port, e.Port);
        Assert.Contains($"{register.Port}", e.Message);
        Assert.Contains("another port", e.Message);
    }

    [TestMethod]
    [Timeout(HangMs)]
    public void A_port_is_free_again_after_its_server()
    {
        int port;
        using (var register = new TcpRegister())
        {
            port = register.Port;
            using var channel = register.Connect();
            Patient(channel, 0x20).Send(62);
        }

        using var again = new TcpHostServer(port, () => { });
        Assert.AreEqual(port, again.Port);
    }

    /// <summary>A client that leaves it to the test run to end a wait, so that a busy computer fails nothing.</summary>
    private static DatecsClient Patient(IHostChannel channel, byte sequence) =>
        new(channel, sequence) { Silence = Timeout.InfiniteTimeSpan };
}
