using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Online;

/// <summary>A closed day and the receipts after it, while the day's message is made, signed and sent; runs in a counted world.</summary>
/// <remarks>A turn of the loop takes as long as a slow ESP32 needs for the instructions that it executed.</remarks>
internal static class CountedSales
{
    /// <summary>A slow board: half a million instructions a second.</summary>
    private const long MicrosecondsAnInstruction = 2;

    private const int Receipts = 60;

    /// <summary>Sells and measures.</summary>
    /// <param name="executed">Instructions so far.</param>
    /// <param name="network">What the network is like; empty for a register without one.</param>
    /// <returns>The time of each answer, microseconds; days confirmed; instructions of the longest turn between answers.</returns>
    public static (List<(int Command, long Time)> Times, int Confirmed, long LongestTurn) Play(Func<long> executed, string network)
    {
        if (network.Length == 0)
        {
            var sale = new Sale(TestRegister.Fiscalised(), executed, () => { });
            return (sale.Play(), 0, sale.LongestTurn);
        }

        using var online = Register(network);
        var modem = online.Register.Hardware.Online!.Network!.Modem;
        var selling = new Sale(online.Register, executed, network == "modem resets" ? modem.Restart : () => { });
        var times = selling.Play();
        if (network == "renewal") Assert.HasCount(2, online.Desk.Registers.Certificates(OnlineRegister.Series), "it was renewed meanwhile");
        return (times, online.Outbox.LastConfirmed, selling.LongestTurn);
    }

    // A new key takes a slow board longer than this test sells; each step of the making is bounded as those of signing.
    private static OnlineRegister Register(string network)
    {
        var online = OnlineRegister.Provisioned(signsInSoftware: network != "renewal",
            way: network.StartsWith("modem", StringComparison.Ordinal) ? LinkKind.Cellular : LinkKind.Ethernet);
        var hardware = online.Register.Hardware.Online!.Network!;
        online.Internet.Down = network == "nobody answers";
        if (network == "the server hangs") online.Silence();
        online.Internet.PieceLength = network == "the answer drips" ? 1 : int.MaxValue;
        hardware.Lan.Cable = network != "no cable";
        hardware.Modem.Network.Coverage = network != "modem without coverage";
        if (network == "configuration") online.Answer(OnlineRegister.Newer with { NrZ = 9, CertANAF = online.AnafCertificates() });
        if (network == "renewal") online.Answer(OnlineRegister.Newer with { CertA = 1 });
        return online;
    }

    private sealed class Sale(TestRegister register, Func<long> executed, Action afterReceipt)
    {
        private readonly List<(int, long)> _times = [];
        private long _before;
        private bool _isServing;

        public long LongestTurn { get; private set; }

        public List<(int Command, long Time)> Play()
        {
            register.SellSomething();
            _before = executed();
            register.Machine.TurnTime = Took;
            Send(69, "Z\t");
            // The next receipt waits for its paper, which has a line more with the module.
            register.Machine.RunToRest();
            for (var i = 0; i < Receipts; i++)
            {
                Send(48, "1\t0001\t1\t\t\t");
                Send(49, "Pâine albă 300 g\t2\t5.50\t2.000\t\t\t1\tBUC\t");
                Send(53, "0\t20.00\t");
                Send(56, "");
                Send(74, "");
                afterReceipt();
                register.Machine.Idle(TimeSpan.FromSeconds(5));
            }

            return _times;
        }

        private void Send(int command, string data)
        {
            var start = register.Time.NowMicroseconds;
            _isServing = true;
            register.Do(command, data);
            _isServing = false;
            _times.Add((command, register.Time.NowMicroseconds - start));
        }

        private long Took()
        {
            var now = executed();
            var took = now - _before;
            _before = now;
            if (!_isServing) LongestTurn = Math.Max(LongestTurn, took);
            return took * MicrosecondsAnInstruction;
        }
    }
}
