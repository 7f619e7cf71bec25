using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class EscPosPrinterConnectionTests
{
    private const int NoticedWithinMs = 1500;

    [TestMethod]
    public void Before_the_printer_has_said_anything_it_is_not_connected()
    {
        var bench = new PrinterBench();

        Assert.AreEqual(PrinterFaults.NotConnected, bench.Driver.Faults);
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.None, milliseconds: 50);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G c)")]
    public void A_cut_wire_is_noticed_and_so_is_its_repair()
    {
        var bench = PrinterBench.Ready();

        bench.Wire.Connected = false;
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.NotConnected, NoticedWithinMs);
        bench.RunFor(milliseconds: 600_000);
        bench.Wire.Connected = true;
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.None, NoticedWithinMs);
        bench.Print("after");

        CollectionAssert.AreEqual(new[] { "after" }, bench.Text);
    }

    [TestMethod]
    public void A_line_started_while_the_wire_is_cut_is_printed_once_it_is_mended()
    {
        var bench = PrinterBench.Ready();
        bench.Wire.Connected = false;

        bench.Start("x");
        bench.RunFor(milliseconds: 5000);
        Assert.IsFalse(bench.Driver.Idle);
        bench.Wire.Connected = true;
        bench.Finish();

        CollectionAssert.AreEqual(new[] { "x" }, bench.Text);
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(0)]
    public void A_line_lost_with_the_printers_power_is_printed_once(int msIntoTheLine)
    {
        var bench = PrinterBench.Ready();
        bench.Print("before");
        bench.Start("lost");
        bench.RunFor(msIntoTheLine);

        bench.Model.Powered = false;
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.NotConnected, NoticedWithinMs);
        bench.RunFor(milliseconds: 5000);
        bench.Model.Powered = true;
        bench.Finish();
        bench.RunFor(milliseconds: 10_000);

        CollectionAssert.AreEqual(new[] { "before", "lost" }, bench.Text);
    }

    [TestMethod]
    public void A_power_cut_of_a_moment_loses_nothing_and_prints_nothing_twice()
    {
        var bench = PrinterBench.Ready();
        bench.Start("Șuncă");
        bench.RunFor(milliseconds: 10);

        bench.Model.Powered = false;
        bench.Model.Powered = true;
        bench.Finish();
        bench.RunFor(milliseconds: 10_000);

        CollectionAssert.AreEqual(new[] { "Șuncă" }, bench.Text);
    }

    [TestMethod]
    public void A_printer_that_comes_back_gets_its_code_page_and_characters_again()
    {
        var bench = PrinterBench.Ready();

        bench.Model.Powered = false;
        bench.Model.Powered = true;
        bench.RunFor(milliseconds: 3000);
        bench.Print("RL țară", LineStyle.Logotype);

        Assert.AreEqual(new PaperLine("RL țară", PaperStyle.Logotype), bench.Roll.Lines.Single());
    }

    [TestMethod]
    public void Noise_that_looks_like_the_proof_does_not_end_a_line_that_the_power_took()
    {
        var bench = PrinterBench.Ready();
        bench.Start("x");
        bench.RunFor(milliseconds: 10);

        bench.Model.Powered = false;
        bench.Wire.DeviceWrite([0x00]);
        bench.RunFor(milliseconds: 5000);
        Assert.IsFalse(bench.Driver.Idle);
        bench.Model.Powered = true;
        bench.Finish();

        CollectionAssert.AreEqual(new[] { "x" }, bench.Text);
    }

    [TestMethod]
    public void Noise_that_looks_like_the_proof_does_not_end_a_line_that_waits_for_paper()
    {
        var bench = PrinterBench.Ready();
        bench.Model.PaperLoaded = false;
        bench.RunFor(milliseconds: 500);

        bench.Start("x");
        bench.RunFor(milliseconds: 10);
        bench.Wire.DeviceWrite([0x00, 0x03]);
        bench.RunFor(milliseconds: 5000);
        Assert.IsFalse(bench.Driver.Idle);
        bench.Model.PaperLoaded = true;
        bench.Finish();
        bench.RunFor(milliseconds: 5000);

        CollectionAssert.AreEqual(new[] { "x" }, bench.Text);
    }

    [TestMethod]
    public void A_proof_that_got_lost_makes_the_driver_send_the_line_again()
    {
        var bench = PrinterBench.Ready();
        bench.Start("x");
        bench.RunFor(milliseconds: 15);

        bench.Wire.Connected = false;
        bench.RunFor(milliseconds: 20);
        bench.Wire.Connected = true;
        bench.RunFor(milliseconds: 2900);
        Assert.IsFalse(bench.Driver.Idle);
        Assert.AreEqual(PrinterFaults.None, bench.Driver.Faults);
        bench.RunUntil(() => bench.Driver.Idle, milliseconds: 200);

        CollectionAssert.AreEqual(new[] { "x", "x" }, bench.Text);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G c)")]
    [DataRow(0)]
    [DataRow(700)]
    [DataRow(5000)]
    public void A_line_is_printed_once_wherever_in_it_the_power_goes(int offMs)
    {
        for (var ms = 0; ms < 40; ms++)
        {
            var bench = PrinterBench.Ready();
            bench.Start("x");
            bench.RunFor(ms);
            bench.Model.Powered = false;
            bench.RunFor(offMs);
            bench.Model.Powered = true;
            bench.Finish();
            bench.RunFor(milliseconds: 5000);

            CollectionAssert.AreEqual(new[] { "x" }, bench.Text, $"power cut after {ms} ms");
        }
    }

    [TestMethod]
    public void Any_rubbish_from_the_printer_does_no_harm()
    {
        var bench = PrinterBench.Ready();
        for (var value = 0; value < 256; value++)
        {
            bench.Start($"line {value}");
            bench.Wire.DeviceWrite([(byte)value, (byte)value]);
            bench.Finish();
            bench.Wire.DeviceWrite([(byte)value]);
            bench.RunFor(milliseconds: 50);
        }
        bench.RunFor(milliseconds: 1000);

        CollectionAssert.AreEqual(Enumerable.Range(0, 256).Select(value => $"line {value}").ToArray(), bench.Text);
        Assert.AreEqual(PrinterFaults.None, bench.Driver.Faults);
    }

    [TestMethod]
    public void A_printer_left_in_the_middle_of_a_command_does_not_swallow_the_next_line()
    {
        var bench = new PrinterBench();
        byte[] symbolWithoutItsData = [0x1D, (byte)'(', (byte)'k', 163, 0, 0x31, 0x50, 0x30];
        bench.Wire.Write(symbolWithoutItsData, 0, symbolWithoutItsData.Length);

        bench.Print("Șuncă");

        CollectionAssert.AreEqual(new[] { "Șuncă" }, bench.Text);
    }
}
