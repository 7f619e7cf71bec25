using Nf.Emulator.Host;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>The eight status bytes: each bit is set by what it stands for, and by nothing else that happens here.</summary>
/// <remarks>A full fiscal memory (4.3, 4.4, 4.5) is made in <see cref="FiscalMemoryTests"/>.</remarks>
[TestClass]
public sealed class StatusBitTests
{
    private const string Idle = "80-80-80-80-86-9A-80-80";

    private static readonly Dictionary<string, (string Status, Action<TestRegister> Happens)> Lasting = new()
    {
        ["idle"] = (Idle, _ => { }
        ),
        ["0.6 cover open"] = ("C0-80-80-80-86-9A-80-80", r => r.Hardware.Printer.CoverOpen = true),
        ["0.4 cutter jammed"] = ("B0-80-80-80-86-9A-80-80", r => r.Hardware.Printer.CutterJammed = true),
        ["0.4 printer silent"] = ("B0-80-80-80-86-9A-80-80", r => r.Hardware.Printer.Powered = false),
        ["0.2 clock stopped"] = ("84-80-80-80-86-9A-80-80", r => r.Hardware.Clock.BatteryDead = true),
        ["1.2 24 hours"] = ("80-84-80-80-86-9A-80-80", r => { r.Receipt(); r.Civil.Jump(TimeSpan.FromHours(24)); }
        ),
        ["2.5 non-fiscal document open"] = ("80-80-A0-80-86-9A-80-80", r => r.Do(38)),
        ["2.4 journal nearly full"] = ("80-80-90-80-86-9A-80-80", r => r.Card.CapacityBytes = r.Card.UsedBytes + 512 * 1024),
        ["2.4, 2.2 journal full"] = ("80-80-94-80-86-9A-80-80", r => r.Card.CapacityBytes = r.Card.UsedBytes + 17 * 1024),
        ["2.3 receipt open"] = ("80-80-88-80-86-9A-80-80", r => r.Open()),
        ["2.1 paper near end"] = ("80-80-82-80-86-9A-80-80", r => r.Hardware.Printer.PaperNearEnd = true),
        ["2.0, 0.5 paper end"] = ("A0-80-81-80-86-9A-80-80", r => r.Hardware.Printer.PaperLoaded = false),
        ["4.6 fiscal memory missing"] = ("80-80-80-80-C6-98-80-80", r => r.Hardware.FiscalMemory.Connected = false),
        ["4.5, 4.0 fiscal memory worn"] = ("80-80-80-80-A7-9A-80-80", r => { r.Hardware.FiscalMemory.Worn = true; r.Host.SendData(69, "Z\t"); }
        ),
    };

    public static IEnumerable<object[]> Names => Lasting.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_state_has_its_bits_as_long_as_it_lasts(string name)
    {
        var register = TestRegister.Fiscalised();
        Lasting[name].Happens(register);
        register.Machine.Idle(TimeSpan.FromSeconds(5));
        Assert.AreEqual(Lasting[name].Status, Status(register.Do(45)));
        var asked = register.Do(74);
        Assert.AreEqual(1, asked.Fields.Length, "command 74 tells them as data, too");
    }

    [TestMethod]
    public void Only_what_fiscalisation_brings_is_missing_before_it()
    {
        var register = new TestRegister();
        register.Machine.PowerOn();
        Assert.AreEqual("80-80-80-80-80-82-80-80", Status(register.Do(45)));
    }

    [TestMethod]
    [DataRow(40, "", "A2-80")]
    [DataRow(49, "\t", "A1-80")]
    [DataRow(62, "\u0010", "A1-80")]
    [DataRow(49, "Articol\t9\t1.00\t", "80-80")]
    [DataRow(48, "1\t0001\t1\t", "A0-82")]
    [DataRow(39, "", "A0-82")]
    [DataRow(56, "", "A0-82")]
    [DataRow(69, "D\t", "A0-82")]
    [DataRow(49, "Articol\t1\t9999999.99\t999999.999\t", "A0-81")]
    public void An_answer_has_its_bits_also_when_it_is_repeated_and_the_next_one_has_not(int command, string data, string bits)
    {
        var register = Opened();
        register.Sell("1.00");
        var answer = data == "\u0010" ? Raw(register, command, 0x10) : register.Host.SendData(command, data);
        Assert.AreEqual(bits, Status(answer)[..5]);
        if (data != "\u0010") Assert.AreEqual(bits, Status(register.Host.Repeat())[..5]);
        Assert.AreEqual("80-80", Status(register.Do(45))[..5]);
    }

    [TestMethod]
    [DataRow(FiscalError.ReceiptOverflow)]
    [DataRow(FiscalError.DayOverflow)]
    [DataRow(FiscalError.ProductTooLarge)]
    public void Sums_that_would_not_fit_are_overflow_and_nothing_else(FiscalError error) =>
        Assert.IsTrue(FiscalErrors.IsOverflow(error) && !FiscalErrors.IsNotPermitted(error) && !FiscalErrors.IsSyntax(error));

    // The client always sends whole escapes.
    private static DatecsReply Raw(TestRegister register, int command, params byte[] data)
    {
        register.Machine.Receive(DatecsFrame.Build(0x7F, command, data));
        register.Machine.RunToRest();
        var answer = new byte[64];
        return DatecsFrame.Parse(answer.AsSpan(0, register.Machine.Take(answer)))!;
    }

    private static string Status(DatecsReply reply) => BitConverter.ToString(reply.Status);
}
