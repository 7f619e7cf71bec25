using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

/// <summary>The UART bridge: what it is told on the wire, and what a line makes of it.</summary>
[TestClass]
public sealed class Sc16is752BridgeTests
{
    [TestMethod]
    public void A_line_sets_its_channel_up_once_and_sends()
    {
        Sc16is752Model chip = new();
        var line = new Sc16is752Bridge(chip).Line(1, 9600);
        Assert.AreEqual(3, line.Write([9, 1, 2, 3], 1, 3));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, chip.Sending[1].ToArray());
        Assert.IsEmpty(chip.Sending[0]);
        Assert.AreEqual(96, chip.Divisor[1]);
        Assert.AreEqual(3, chip.LineControl(1), "8N1, divisor no longer open");
    }

    [TestMethod]
    public void A_full_queue_takes_what_fits()
    {
        Sc16is752Model chip = new();
        var line = new Sc16is752Bridge(chip).Line(0, 115200);
        Assert.AreEqual(64, line.Write(new byte[100], 0, 100));
        Assert.AreEqual(0, line.Write(new byte[100], 64, 36));
        chip.Sending[0].Dequeue();
        Assert.AreEqual(1, line.Write(new byte[100], 64, 36));
        Assert.AreEqual(8, chip.Divisor[0]);
    }

    [TestMethod]
    public void What_was_received_is_read_in_parts()
    {
        Sc16is752Model chip = new();
        var line = new Sc16is752Bridge(chip).Line(0, 9600);
        Assert.AreEqual(0, line.Available);
        foreach (var value in new byte[] { 7, 8, 9 }) chip.Received[0].Enqueue(value);
        var buffer = new byte[4];
        Assert.AreEqual(3, line.Available);
        Assert.AreEqual(2, line.Read(buffer, 1, 2));
        Assert.AreEqual(1, line.Read(buffer, 3, 1));
        CollectionAssert.AreEqual(new byte[] { 0, 7, 8, 9 }, buffer);
        Assert.AreEqual(0, line.Read(buffer, 0, 4));
    }

    [TestMethod]
    public void A_chip_that_was_gone_or_reset_is_set_up_again()
    {
        Sc16is752Model chip = new() { Connected = false };
        var line = new Sc16is752Bridge(chip).Line(0, 9600);
        Assert.AreEqual(0, line.Write([1], 0, 1));
        Assert.AreEqual(0, line.Available);
        chip.Connected = true;
        Assert.AreEqual(1, line.Write([1], 0, 1));
        chip.Reset();
        chip.Divisor[0] = 0;
        Assert.AreEqual(1, line.Write([2], 0, 1));
        Assert.AreEqual(96, chip.Divisor[0]);
    }

    [TestMethod]
    public void A_pin_is_an_output_from_its_first_level_on_and_leaves_the_others_alone()
    {
        Sc16is752Model chip = new();
        Sc16is752Bridge bridge = new(chip);
        var first = bridge.Pin(0);
        var last = bridge.Pin(7);
        Assert.AreEqual((0, 0), ((int)chip.Pins.Outputs, (int)chip.Pins.Levels));
        first.Set(true);
        last.Set(true);
        first.Set(false);
        Assert.AreEqual((0x81, 0x80), ((int)chip.Pins.Outputs, (int)chip.Pins.Levels));
    }

    [TestMethod]
    public void A_chip_that_was_reset_gets_its_pins_back_with_its_lines()
    {
        Sc16is752Model chip = new();
        Sc16is752Bridge bridge = new(chip);
        var line = bridge.Line(0, 9600);
        var watchdog = bridge.Pin(0);
        line.Write([1], 0, 1);
        watchdog.Set(true);
        chip.Reset();
        line.Write([2], 0, 1);
        watchdog.Set(false);
        Assert.AreEqual(1, (int)chip.Pins.Outputs, "a watchdog whose input floats is off");
    }

    [TestMethod]
    public void There_are_two_channels_and_eight_pins()
    {
        Sc16is752Bridge bridge = new(new Sc16is752Model());
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bridge.Line(2, 9600));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bridge.Pin(8));
    }
}
