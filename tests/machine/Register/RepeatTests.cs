using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>The same frame again does nothing twice and answers the same, also after a power cut or on another connection.</summary>
[TestClass]
public sealed class RepeatTests
{
    private const byte Sequence = 0x77;

    public static IEnumerable<object[]> Commands =>
        from command in new (int, string)[] { (56, ""), (60, ""), (69, "Z\t"), (69, "X\t"), (70, "0\t5.00\t") }
        from again in Enum.GetValues<Again>()
        select new object[] { command.Item1, command.Item2, again };

    public enum Again
    {
        AtOnce,
        AtRest,
        AfterPowerCut,
        OnANewConnection,
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 h)")]
    [DynamicData(nameof(Commands))]
    public void Once(int command, string data, Again again)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("3.00");
        if (command is 56 or 60) Prepare(register);
        var host = new DatecsClient(new MachineChannel(register.Machine), Sequence);
        var first = host.SendData(command, data);
        Assert.IsTrue(first.Ok);
        if (again != Again.AtOnce) register.Machine.RunToRest();
        if (again == Again.AfterPowerCut) Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        var mark = RegisterMark.Of(register);
        if (again == Again.OnANewConnection) host = new DatecsClient(new MachineChannel(register.Machine), Sequence);
        var second = again == Again.OnANewConnection ? host.SendData(command, data) : host.Repeat();
        Assert.AreEqual(first.ErrorCode, second.ErrorCode);
        CollectionAssert.AreEqual(first.Fields, second.Fields);
        if (again != Again.AtOnce) Assert.AreEqual(mark, RegisterMark.Of(register));
        register.Machine.RunToRest();
        Assert.AreEqual(command == 60 || command == 56 ? 3 : 2, Documents(register), "documents on paper");
    }

    [TestMethod]
    [DataRow(49, "Articol\t1\t1.00\t\t\t\t1\tBUC\t")]
    [DataRow(53, "0\t1.00\t")]
    [DataRow(54, "Text\t")]
    [DataRow(51, "1\t0\t4\t1.00\t")]
    public void Once_inside_a_receipt(int command, string data)
    {
        var register = Opened();
        register.Sell("10.00");
        var first = register.Do(command, data);
        var mark = RegisterMark.Of(register);
        var second = register.Host.Repeat();
        CollectionAssert.AreEqual(first.Fields, second.Fields);
        Assert.AreEqual(mark, RegisterMark.Of(register));
    }

    [TestMethod]
    public void A_refusal_is_repeated_as_it_was_although_it_would_be_carried_out_now()
    {
        var register = TestRegister.Fiscalised();
        register.Hardware.Printer.CoverOpen = true;
        register.Machine.Idle(TimeSpan.FromSeconds(3));
        register.Refused(FiscalError.CoverOpen, 69, "Z\t");
        register.Hardware.Printer.CoverOpen = false;
        register.Machine.Idle(TimeSpan.FromSeconds(3));
        Assert.AreEqual((int)FiscalError.CoverOpen, register.Host.Repeat().ErrorCode);
        Assert.AreEqual(0, register.Register.State.LastZ);
        register.CloseDay();
    }

    [TestMethod]
    public void The_same_command_with_another_number_is_another_command()
    {
        var register = TestRegister.Fiscalised();
        register.Do(70, "0\t5.00\t");
        Assert.AreEqual("10.00", register.Do(70, "0\t5.00\t").Fields[0]);
    }

    private static void Prepare(TestRegister register)
    {
        register.Receipt("2.00");
        register.Open().Sell("7.00");
        register.Do(53, "0\t\t");
    }

    private static int Documents(TestRegister register) => register.Roll.Lines.Count(line => line.IsCut);
}
