using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class EscPosPrinterFaultTests
{
    private const int SeenWithinMs = 500;

    [TestMethod]
    [DataRow(PrinterFaults.PaperEnd)]
    [DataRow(PrinterFaults.PaperNearEnd)]
    [DataRow(PrinterFaults.CoverOpen)]
    [DataRow(PrinterFaults.Offline)]
    public void A_fault_is_seen_within_half_a_second_and_so_is_its_end(PrinterFaults fault)
    {
        var bench = PrinterBench.Ready();
        Assert.AreEqual(PrinterFaults.None, bench.Driver.Faults);

        Cause(bench.Model, fault, true);
        bench.RunUntil(() => bench.Driver.Faults == fault, SeenWithinMs);
        Cause(bench.Model, fault, false);
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.None, SeenWithinMs);
    }

    [TestMethod]
    public void A_hot_head_is_a_fault_of_the_mechanism_and_passes()
    {
        var bench = PrinterBench.Ready();

        bench.Model.HeadHot = true;
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.Mechanism, SeenWithinMs);
        bench.Model.HeadHot = false;
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.None, SeenWithinMs);
    }

    [TestMethod]
    public void A_cutter_jam_holds_the_cut_and_the_driver_makes_the_printer_go_on_once_it_is_out()
    {
        var bench = PrinterBench.Ready();
        bench.Driver.Cut();
        bench.RunFor(milliseconds: 100);

        bench.Model.CutterJammed = true;
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.Mechanism, SeenWithinMs);
        bench.RunFor(milliseconds: 10_000);
        Assert.AreEqual(0, bench.Roll.Lines.Count);
        bench.Model.CutterJammed = false;
        bench.Finish();

        Assert.AreEqual(PaperLine.Cut, bench.Roll.Lines.Single());
        bench.RunUntil(() => bench.Driver.Faults == PrinterFaults.None, SeenWithinMs);
    }

    [TestMethod]
    public void Several_faults_at_once_are_all_reported()
    {
        var bench = PrinterBench.Ready();

        bench.Model.CoverOpen = true;
        bench.Model.PaperLoaded = false;
        bench.Model.CutterJammed = true;

        const PrinterFaults All = PrinterFaults.CoverOpen | PrinterFaults.PaperEnd | PrinterFaults.Mechanism;
        bench.RunUntil(() => bench.Driver.Faults == All, SeenWithinMs);
    }

    [TestMethod]
    [DataRow(PrinterFaults.PaperEnd)]
    [DataRow(PrinterFaults.CoverOpen)]
    [DataRow(PrinterFaults.Offline)]
    public void A_line_stopped_in_the_middle_is_printed_once_after_the_fault(PrinterFaults fault)
    {
        var bench = PrinterBench.Ready();
        bench.Print("before");
        bench.Start("stopped");
        bench.RunFor(milliseconds: 10);

        Cause(bench.Model, fault, true);
        bench.RunFor(milliseconds: 60_000);
        Assert.IsFalse(bench.Driver.Idle);
        CollectionAssert.AreEqual(new[] { "before" }, bench.Text);
        Cause(bench.Model, fault, false);
        bench.Finish();
        bench.Print("after");
        bench.RunFor(milliseconds: 10_000);

        CollectionAssert.AreEqual(new[] { "before", "stopped", "after" }, bench.Text);
    }

    [TestMethod]
    public void A_line_is_printed_once_wherever_in_it_the_paper_ends()
    {
        for (var ms = 0; ms < 30; ms++)
        {
            var bench = PrinterBench.Ready();
            bench.Start("x");
            bench.RunFor(ms);
            bench.Model.PaperLoaded = false;
            bench.RunFor(milliseconds: 5000);
            bench.Model.PaperLoaded = true;
            bench.Finish();
            bench.RunFor(milliseconds: 5000);

            CollectionAssert.AreEqual(new[] { "x" }, bench.Text, $"paper end after {ms} ms");
        }
    }

    private static void Cause(EscPosPrinterModel model, PrinterFaults fault, bool on)
    {
        switch (fault)
        {
            case PrinterFaults.PaperEnd: model.PaperLoaded = !on; break;
            case PrinterFaults.PaperNearEnd: model.PaperNearEnd = on; break;
            case PrinterFaults.CoverOpen: model.CoverOpen = on; break;
            case PrinterFaults.Offline: model.FeedButtonHeld = on; break;
            default: throw new ArgumentOutOfRangeException(nameof(fault));
        }
    }
}
