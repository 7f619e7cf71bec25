using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>Selling never waits for the network: each answer comes as soon as on a register without the online module, on virtual time.</summary>
[TestClass]
public sealed class NetworkDelayTests
{
    private const int Receipts = 40;

    /// <summary>Longest that an answer may come later, microseconds.</summary>
    private const long Most = 250_000;

    [TestMethod]
    [DataRow("works")]
    [DataRow("nobody answers")]
    [DataRow("the server hangs")]
    [DataRow("no cable")]
    public void No_answer_comes_later_because_of_the_network(string network)
    {
        var without = Play(TestRegister.Fiscalised());
        using var online = Provisioned();
        online.Internet.Down = network == "nobody answers";
        online.Host.Silent = network == "the server hangs";
        online.Register.Hardware.Online!.Network!.Lan.Cable = network != "no cable";
        var with = Play(online.Register);
        Assert.AreEqual(without.Count, with.Count);
        var later = with.Zip(without, (a, b) => (a.Command, Late: a.Time - b.Time)).MaxBy(pair => pair.Late);
        Assert.IsLessThanOrEqualTo(Most, later.Late, $"command {later.Command} is answered {later.Late / 1000} ms later");
        Assert.AreEqual(network == "works" ? 1 : 0, online.Outbox.LastConfirmed, "the day was on its way meanwhile");
    }

    // A Z, whose message is made and sent while the next day's receipts are sold.
    private static List<(int Command, long Time)> Play(TestRegister register)
    {
        var times = new List<(int, long)>();
        register.SellSomething();
        Send(69, "Z\t");
        for (var i = 0; i < Receipts; i++)
        {
            Send(48, "1\t0001\t1\t\t\t");
            Send(49, "Pâine albă 300 g\t2\t5.50\t2.000\t\t\t1\tBUC\t");
            Send(53, "0\t20.00\t");
            Send(56, "");
            Send(74, "");
            register.Machine.Idle(TimeSpan.FromSeconds(3));
        }

        return times;

        void Send(int command, string data)
        {
            var start = register.Time.NowMicroseconds;
            register.Do(command, data);
            times.Add((command, register.Time.NowMicroseconds - start));
        }
    }
}
