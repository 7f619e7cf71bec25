using Nf.Emulator.Dut;
using Nf.Emulator.Rig;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Switches;
using Nf.Emulator.Serial;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>The wire itself: speeds, ports, relay bytes, logs, and what may differ on paper.</summary>
[TestClass]
public sealed class WireTests
{
    private static readonly byte[] s_allBytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    [TestMethod]
    public void At_the_same_speed_every_byte_is_heard_and_at_another_none_of_the_text()
    {
        CollectionAssert.AreEqual(s_allBytes, SpeedMismatch.Hear(s_allBytes, 9600, 9600));
        // Two percent is what UARTs forgive.
        CollectionAssert.AreEqual(s_allBytes, SpeedMismatch.Hear(s_allBytes, 9600, 9800));
        foreach (var (sender, receiver) in new[] { (9600, 115200), (115200, 9600), (19200, 38400), (38400, 19200) })
        {
            var heard = SpeedMismatch.Hear("BON FISCAL"u8, sender, receiver);
            Assert.IsGreaterThan(0, heard.Length);
            Assert.AreEqual(0, heard.Count(b => "BON FISCAL"u8.Contains(b)), $"{sender} heard at {receiver}: {Convert.ToHexString(heard)}");
        }
    }

    [TestMethod]
    public void The_bytes_of_a_relay_are_those_of_its_maker()
    {
        CollectionAssert.AreEqual(new byte[] { 0xA0, 0x01, 0x01, 0xA2 }, RelayBoard.Order(1, true));
        CollectionAssert.AreEqual(new byte[] { 0xA0, 0x01, 0x00, 0xA1 }, RelayBoard.Order(1, false));
        CollectionAssert.AreEqual(new byte[] { 0xA0, 0x04, 0x01, 0xA5 }, RelayBoard.Order(4, true));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_port_carries_every_byte_both_ways(bool system)
    {
        using var terminal = PseudoTerminal.Open(9600);
        using ISerialPort port = system ? SystemSerialPort.Open(terminal.Name, 57600) : SerialPorts.Open(terminal.Name, 57600);
        Assert.AreEqual(57600, terminal.Speed);
        Assert.AreEqual(256, port.Write(s_allBytes));
        CollectionAssert.AreEqual(s_allBytes, Received(terminal.Read));
        Assert.AreEqual(256, terminal.Write(s_allBytes));
        CollectionAssert.AreEqual(s_allBytes, Received(port.Read));
        Assert.AreEqual(0, port.Read(new byte[8]));
    }

    [TestMethod]
    public void A_port_that_goes_away_says_so_reading_and_writing_and_closes()
    {
        var terminal = PseudoTerminal.Open(9600);
        using var port = SerialPorts.Open(terminal.Name, 9600);
        port.Write(new byte[100]);
        terminal.Dispose();
        Assert.AreEqual(PortProblem.Unplugged, Assert.ThrowsExactly<PortException>(() => port.Read(new byte[8])).Problem);
        Assert.AreEqual(PortProblem.Unplugged, Assert.ThrowsExactly<PortException>(() => port.Write(new byte[8])).Problem);
        Assert.AreEqual(PortProblem.Unusable, Assert.ThrowsExactly<PortException>(() => SerialPorts.Open("/dev/null", 9600)).Problem);
    }

    [TestMethod]
    public void A_log_shows_time_direction_bytes_and_text()
    {
        var log = new WireLog();
        log.Note(TimeSpan.Zero, "opened");
        log.Add(TimeSpan.FromMilliseconds(1500), true, [0x01, .. "BON FISCAL NR 000"u8]);
        log.Add(TimeSpan.FromSeconds(12), false, [0x10, 0x04]);
        Assert.AreEqual("""
                0.000000 - opened
                1.500000 < 01 42 4F 4E 20 46 49 53 43 41 4C 20 4E 52 20 30  .BON FISCAL NR 0
                1.500000 < 30 30                                            00
               12.000000 > 10 04                                            ..

            """.ReplaceLineEndings("\n"), log.TakeText());
        Assert.AreEqual("", log.TakeText());
    }

    [TestMethod]
    public void Paper_may_differ_by_time_and_by_nothing_else()
    {
        string[] one = ["DATA: 16-11-2026 ORA: 09:15:00", "TOTAL LEI 80.00", "ID BF: 12345678902026111609150000010001", "[QR 16-11-2026 09:15:00;123456789020261116", "        09150000010001;1234567890]", "[SHA-256]", "AB01", "END"];
        string[] later = ["DATA: 16-11-2026 ORA: 09:15:07", "TOTAL LEI 80.00", "ID BF: 12345678902026111609150700010001", "[QR 16-11-2026 09:15:07;123456789020261116", "        09150700010001;1234567890]", "[SHA-256]", "CD23", "END"];
        Assert.IsNull(PaperComparison.Difference(one, later));
        for (var i = 0; i < one.Length; i++)
        {
            // Digits of a sum, a date, a receipt's number, a code; a hash of another length.
            string[] other = [.. later];
            other[i] = i == 6 ? "CD234" : other[i].Replace("80.00", "80.01").Replace("16-11", "17-11").Replace("0001;", "0002;").Replace("10001", "10002").Replace("SHA-256", "SHA-25").Replace("END", "ENDE");
            StringAssert.StartsWith(PaperComparison.Difference(one, other), $"line {(i < 4 ? i + 1 : i == 4 ? 4 : i)} of the paper");
        }

        StringAssert.Contains(PaperComparison.Difference(one, later[..^1]), "\"END\", on the emulator \"(end)\"");
    }

    private delegate int Reading(Span<byte> buffer);

    private static byte[] Received(Reading read)
    {
        List<byte> all = [];
        var buffer = new byte[64];
        Assert.IsTrue(SpinWait.SpinUntil(() =>
        {
            all.AddRange(buffer[..read(buffer)]);
            return all.Count >= 256;
        }, TimeSpan.FromMinutes(1)));
        return [.. all];
    }
}
