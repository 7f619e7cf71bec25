using System.Text;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Buses;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class EscPosPrinterSlowLineTests
{
    [TestMethod]
    public void Bytes_that_the_line_does_not_take_at_once_arrive_all_and_in_order()
    {
        var (wire, time, roll) = (new SerialWire(), new VirtualTime(), new PaperRoll());
        var model = new EscPosPrinterModel(wire, time, roll, 42);
        var driver = new EscPosPrinter(new SlowLine(wire, bytesPerTurn: 1), time, 42);
        var text = Encoding.UTF8.GetBytes("Brânză de oaie");

        driver.PrintLine(text, 0, text.Length, LineStyle.Tall);
        for (var ms = 1; ms < 2000 && !driver.Idle; ms++) Turn(driver, model, time, ms);

        Assert.AreEqual(new PaperLine("Brânză de oaie", PaperStyle.Bold | PaperStyle.Tall), roll.Lines.Single());
        Assert.IsTrue(driver.Idle);
    }

    [TestMethod]
    public void A_line_that_takes_nothing_is_a_printer_that_is_not_connected()
    {
        var (wire, time, roll) = (new SerialWire(), new VirtualTime(), new PaperRoll());
        var model = new EscPosPrinterModel(wire, time, roll, 42);
        var driver = new EscPosPrinter(new SlowLine(wire, bytesPerTurn: 0), time, 42);

        for (var ms = 1; ms < 600_000; ms += 10) Turn(driver, model, time, ms);

        Assert.AreEqual(PrinterFaults.NotConnected, driver.Faults);
    }

    private static void Turn(EscPosPrinter driver, EscPosPrinterModel model, VirtualTime time, int ms)
    {
        driver.Poll();
        time.AdvanceTo(ms * 1000L);
        model.Advance(time.NowMicroseconds);
    }

    private sealed class SlowLine(SerialWire wire, int bytesPerTurn) : ISerialLine
    {
        public int Available => wire.Available;

        public int Read(byte[] buffer, int offset, int count) => wire.Read(buffer, offset, count);

        public int Write(byte[] buffer, int offset, int count) =>
            wire.Write(buffer, offset, Math.Min(bytesPerTurn, count));
    }
}
