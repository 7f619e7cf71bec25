using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.Updates;

namespace Nf.Tests.Machine.Paper;

/// <summary>The start-up self test on paper: of a register that works, of one that has nothing in it, of one whose parts are gone.</summary>
/// <remarks>It is no document, so its files have a folder of their own.</remarks>
[TestClass]
public sealed class SelfTestPaperTests
{
    [TestMethod]
    [EachWidth]
    public void A_register_that_works(int columns)
    {
        var register = new UpdateRig(columns).Register;
        register.Print(71, "8\t");
        GoldenPaper.CheckLines("self-test/works", register);
        register.SellSomething();
    }

    [TestMethod]
    [EachWidth]
    public void A_board_as_it_was_flashed(int columns)
    {
        var register = new TestRegister(columns: columns);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Register.PrintSelfTest();
        register.Machine.RunToRest();
        GoldenPaper.CheckLines("self-test/new", register);
    }

    [TestMethod]
    [EachWidth]
    public void Parts_that_are_gone(int columns)
    {
        var register = new TestRegister(columns: columns, module: true);
        register.Hardware.FiscalMemory.Connected = false;
        register.Hardware.WorkingMemory.Connected = false;
        register.Hardware.Online!.Memory.Connected = false;
        register.Card.Present = false;
        register.Hardware.Drive.Present = false;
        register.Hardware.ServiceJumper.Closed = true;
        Assert.AreNotEqual(FiscalError.None, register.Machine.PowerOn());
        register.Register.PrintSelfTest();
        register.Machine.RunToRest();
        GoldenPaper.CheckLines("self-test/gone", register);
        Assert.AreNotEqual(FiscalError.None, register.Register.SelfTestOutcome);
    }

    [TestMethod]
    public void It_waits_for_paper_and_no_document_gets_between_its_lines()
    {
        var register = TestRegister.Fiscalised();
        register.Hardware.Printer.PaperLoaded = false;
        register.Register.PrintSelfTest();
        register.Machine.RunToRest();
        var before = register.Paper.Length;
        register.Hardware.Printer.PaperLoaded = true;
        Assert.IsTrue(register.Machine.RunUntil(() => register.Paper.Length > before + 2, 10_000_000), "it begins by itself");
        register.SellSomething();
        var paper = register.Paper[before..];
        Assert.AreEqual("TEST DE PORNIRE", paper.First(line => line.Trim().Length > 0).Trim());
        Assert.IsLessThan(Array.FindIndex(paper, line => line.Contains("Pâine")), Array.FindIndex(paper, line => line.Contains("REZULTAT")));
    }
}
