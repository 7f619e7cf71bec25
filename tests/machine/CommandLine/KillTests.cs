using System.Globalization;
using Nf.Emulator.Host;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>SIGKILL at moments that chance picks, under load: nothing lost, nothing counted twice, the Z right.</summary>
[TestClass]
public sealed class KillTests
{
    private const int Seed = 20261124;
    private const int Kills = 60;
    private const int DealingsBetweenKills = 36;

    private readonly Random _random = new(Seed);
    private readonly HostLedger _ledger = new();
    private KilledRegister _register = null!;
    private DatecsClient _host = null!;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 D")]
    [Article("HG 479/2003, norme art. 22 I")]
    [Article("HG 479/2003, norme art. 29 a)")]
    [Article("OUG 28/1999 art. 3 (3) f)")]
    public void Killed_at_any_moment_it_neither_loses_nor_repeats_a_receipt()
    {
        using var folder = new TempFolder();
        var after = new KilledState(folder["state"], _ledger);
        using (_register = new KilledRegister(folder["state"], _random))
        {
            _host = new DatecsClient(_register, 0x20);
            _register.Start();
            while (_register.Kills < Kills) Unit();
            _register.KillIn(int.MaxValue);
            after.OpenDayHolds();
            Close();
        }

        after.ClosedDayHolds(_register.Kills);
    }

    [TestMethod]
    [DataRow("state.json")]
    [DataRow("clock.json")]
    [DataRow("paper.jsonl")]
    [DataRow("fiscal-memory.bin.new")]
    [DataRow("fiscal-memory.bin")]
    [DataRow("working-memory.bin")]
    [DataRow("card")]
    public void Killed_while_it_is_new_it_sells_after_the_next_start(string appears)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder["state"], appears);
        using (var first = NfProcess.Start("run", "--anaf", "none", "--state", folder["state"], "--http", "0", "--host", "0"))
        {
            SpinWait.SpinUntil(() => first.HasSpoken || Path.Exists(path), NfProcess.Limit);
            first.Kill();
        }

        using (_register = new KilledRegister(folder["state"], _random))
        {
            _host = new DatecsClient(_register, 0x20);
            _register.Start();
            Receipt();
        }

        new KilledState(folder["state"], _ledger).OpenDayHolds();
    }

    [TestMethod]
    public void Played_and_killed_it_keeps_its_clock()
    {
        using var folder = new TempFolder();
        using (var played = NfProcess.Start("play", Path.Combine(AppContext.BaseDirectory, "samples", "corner-shop-day.txt"), "--state", folder["state"]))
        {
            played.NextLine();
            played.Kill();
        }

        var status = NfProcess.Run("show", "status", "--state", folder["state"]).Output;
        StringAssert.Contains(status, "mode              Ready");
        StringAssert.Contains(status, "clock             2026-11-16");
    }

    private void Unit()
    {
        _register.KillIn(_random.Next(1, DealingsBetweenKills));
        if (_random.Next(8) == 0) PutIn();
        else Receipt();
    }

    private void PutIn()
    {
        Carry([(70, "0\t10.00\t")]);
        _ledger.PutIn += 10;
    }

    private void Receipt()
    {
        var items = Enumerable.Range(0, _random.Next(1, 5))
            .Select(_ => new SoldItem(_random.Next(5), _random.Next(50, 5000) / 100m, _random.Next(500, 3000))).ToArray();
        List<(int, string)> unit = [(48, "1\t0001\t1\t\t\t")];
        unit.AddRange(items.Select((item, i) =>
            (49, $"Articol {i}\t{item.Group + 1}\t{Text(item.Price)}\t{Text(item.Thousandths / 1000m)}\t\t\t1\tKG\t")));
        if (_random.Next(8) == 0)
        {
            Carry([.. unit, (60, "")]);
            _ledger.Cancelled++;
            return;
        }

        var byCard = _random.Next(2) == 0 ? 0 : Math.Min(0.20m, items.Sum(item => item.Total) - 0.01m);
        if (byCard > 0) unit.Add((53, $"1\t{Text(byCard)}\t"));
        Carry([.. unit, (53, "0\t999.00\t"), (56, "")]);
        _ledger.Enter(items, byCard);
    }

    // The Z itself is killed too. The service sum after it waits for its paper.
    private void Close()
    {
        _register.KillIn(1);
        var z = Command(69, "Z\t");
        Assert.IsTrue(z.Ok, $"{z.ErrorCode}");
        CollectionAssert.AreEqual(_ledger.Gross.Select(Text).Prepend("1").ToArray(), z.Fields[..(1 + _ledger.Gross.Length)], "answer to Z: its number, the groups");
        Assert.IsTrue(Command(70, "0\t1.00\t").Ok);
    }

    // As a good host does it: what the register no longer knows is begun again from the unit's start. Many die where a
    // document is decided: the frame that closes it goes out, its answer comes in.
    private void Carry((int Command, string Data)[] unit)
    {
        for (var next = 0; next < unit.Length;)
        {
            if (next == unit.Length - 1 && _register.Kills < Kills && _random.Next(3) == 0) _register.KillIn(1 + _random.Next(2));
            var reply = Command(unit[next].Command, unit[next].Data);
            if (reply.Ok) next++;
            else if (_register.Kills > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else Assert.Fail($"{unit[next].Command} was refused: {reply.ErrorCode}");
        }
    }

    // When the register dies over a command, the host repeats the frame on a new connection, SEQ and all.
    private DatecsReply Command(int command, string data)
    {
        try
        {
            return _host.SendData(command, data);
        }
        catch (Exception e) when (KilledRegister.IsGone(e))
        {
            return Repeat();
        }
    }

    private DatecsReply Repeat()
    {
        while (true)
        {
            try
            {
                if (_random.Next(6) == 0) _register.StartAndKill();
                _register.Start();
                _register.KillIn(_random.Next(5) == 0 ? 1 : DealingsBetweenKills);
                return _host.Repeat();
            }
            catch (Exception e) when (KilledRegister.IsGone(e))
            {
                Assert.IsLessThan(3 * Kills, _register.Kills, "the register does not come back");
            }
        }
    }

    private static string Text(decimal value) => value.ToString("0.00#", CultureInfo.InvariantCulture);
}
