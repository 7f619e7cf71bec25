using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nf.Emulator.Host;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>SIGKILL at random moments under load: no receipt lost, none counted twice, the Z right.</summary>
[TestClass]
public sealed partial class KillTests
{
    private const int Seed = 20261124;
    private const int Kills = 52;
    private static readonly decimal[] Rates = [21m, 11m, 9m];

    private readonly decimal[] _gross = new decimal[3];
    private readonly decimal[] _vat = new decimal[3];
    private int _receipts;

    [TestMethod]
    public void Killed_at_any_moment_it_neither_loses_nor_repeats_a_receipt()
    {
        using var folder = new TempFolder();
        var state = Path.Combine(folder.Root, "state");
        using (var register = new KilledRegister(state))
        {
            var random = new Random(Seed);
            register.Start();
            var host = new DatecsClient(register, 0x20);
            while (register.Kills < Kills) Receipt(register, host, random);
            register.KillIn(int.MaxValue);
            Z(Command(register, host, 69, "Z\t", random));
            Command(register, host, 70, "0\t1.00\t", random);
        }

        Memory(NfProcess.Run("show", "memory", "--json", "--state", state).Output);
        Journal(NfProcess.Run("show", "journal", "--json", "--state", state).Output);
        Paper(NfProcess.Run("show", "paper", "--state", state).Output, File.ReadAllText(Path.Combine(state, "card", "Z0001.TXT")));
    }

    // A receipt as a good host makes it: what the register no longer knows is begun again from its first line.
    private void Receipt(KilledRegister register, DatecsClient host, Random random)
    {
        var items = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (Group: random.Next(3), Bani: random.Next(50, 5000), Pieces: random.Next(1, 4))).ToArray();
        List<(int Command, string Data)> unit = [(48, "1\t0001\t1\t\t\t")];
        unit.AddRange(items.Select((item, i) => (49, $"Articol {i}\t{item.Group + 1}\t{Lei(item.Bani / 100m)}\t{item.Pieces}\t\t\t1\tBUC\t")));
        unit.Add((53, "0\t9000.00\t"));
        unit.Add((56, ""));
        register.KillIn(random.Next(1, 24));
        for (var next = 0; next < unit.Count;)
        {
            var reply = Command(register, host, unit[next].Command, unit[next].Data, random);
            if (reply.Ok) next++;
            else if (register.Kills > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else Assert.Fail($"{unit[next].Command} was refused: {reply.ErrorCode}");
        }

        _receipts++;
        foreach (var group in items.GroupBy(item => item.Group))
        {
            var gross = group.Sum(item => item.Bani * item.Pieces) / 100m;
            _gross[group.Key] += gross;
            _vat[group.Key] += Math.Round(gross * Rates[group.Key] / (100 + Rates[group.Key]), 2, MidpointRounding.AwayFromZero);
        }
    }

    // Sends a command; when the register dies over it, starts it again and repeats the frame, SEQ and all.
    private static DatecsReply Command(KilledRegister register, DatecsClient host, int command, string data, Random random)
    {
        try
        {
            return host.SendData(command, data);
        }
        catch (Exception e) when (KilledRegister.IsGone(e))
        {
            while (true)
            {
                try
                {
                    register.Start();
                    register.KillIn(register.Kills < Kills && random.Next(4) == 0 ? random.Next(1, 4) : int.MaxValue);
                    return host.Repeat();
                }
                catch (Exception again) when (KilledRegister.IsGone(again))
                {
                    Assert.IsLessThan(3 * Kills, register.Kills, "the register does not come back");
                }
            }
        }
    }

    private void Z(DatecsReply reply)
    {
        Assert.IsTrue(reply.Ok, $"{reply.ErrorCode}");
        Assert.AreEqual("1", reply.Fields[0], "number of the Z");
        for (var i = 0; i < 3; i++) Assert.AreEqual(Lei(_gross[i]), reply.Fields[1 + i], $"group {i}");
    }

    private void Memory(string json)
    {
        using var document = JsonDocument.Parse(json);
        var closures = document.RootElement.EnumerateArray().Where(r => r.GetProperty("kind").GetString() == "Closure").ToList();
        Assert.HasCount(1, closures);
        var facts = closures[0].GetProperty("facts");
        Assert.AreEqual(_receipts.ToString(CultureInfo.InvariantCulture), facts.GetProperty("receipts").GetString());
        Assert.AreEqual(Lei(_gross.Sum()), facts.GetProperty("total").GetString());
        Assert.AreEqual(Lei(_vat.Sum()), facts.GetProperty("VAT").GetString());
    }

    private void Journal(string json)
    {
        using var document = JsonDocument.Parse(json);
        var day = document.RootElement[0];
        Assert.AreEqual("holds", day.GetProperty("verdict").GetString());
        Assert.AreEqual(_receipts, day.GetProperty("receipts").GetInt32());
    }

    // The journal has each receipt once, in order. Paper has each, and at most one line twice for each interruption it tells of.
    private void Paper(string paper, string journal)
    {
        var expected = Enumerable.Range(1, _receipts).ToArray();
        CollectionAssert.AreEqual(expected, Numbers(journal));
        CollectionAssert.AreEqual(expected, Numbers(paper).Distinct().ToArray());
        var notices = Notice().Count(paper);
        Assert.IsLessThanOrEqualTo(notices, Numbers(paper).Length - _receipts, "numbers printed again");
        Assert.IsLessThanOrEqualTo(notices, End().Count(paper) - _receipts, "ends printed again");
        Assert.IsGreaterThanOrEqualTo(_receipts, End().Count(paper), "ends of receipts");
    }

    private static int[] Numbers(string text) => [.. Number().Matches(text).Select(m => int.Parse(m.Groups[1].Value))];

    private static string Lei(decimal lei) => lei.ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Z:0001 BF:(\d{4})")]
    private static partial Regex Number();

    [GeneratedRegex("^ +BON FISCAL *$", RegexOptions.Multiline)]
    private static partial Regex End();

    [GeneratedRegex("REVENIRE DUPĂ LIPSA TENSIUNII")]
    private static partial Regex Notice();
}
