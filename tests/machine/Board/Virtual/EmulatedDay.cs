extern alias board;
using System.Security.Cryptography;
using board::Nf.Boards.Virtual;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Board.Virtual;

/// <summary>The virtual board's day on the emulator: drivers, buses and models instead of devices in RAM.</summary>
internal sealed class EmulatedDay
{
    private readonly StillTime _civil = new(DayScript.Opening(0));
    private readonly PaperRoll _roll = new();
    private readonly MemoryCard _card;
    private readonly RegisterMachine _machine;

    /// <summary>Plays it.</summary>
    /// <param name="receipts">Receipts of the day.</param>
    public EmulatedDay(int receipts)
    {
        var power = new PowerSupply();
        _card = new MemoryCard(power);
        var hardware = new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), _card, _roll,
            new VirtualTime(), _civil)
        {
            Online = new OnlineHardware(power, new RamStore(Mb85rsModel.Size)),
        };
        _machine = new RegisterMachine(hardware);
        Assert.AreEqual(FiscalError.None, _machine.PowerOn());
        Assert.AreEqual(FiscalError.None, _machine.Register.Fiscalise(DemoShop.Order()));
        _machine.RunToRest();
        TestCertificate.Give(_machine.Register.Reporting, Convert.FromBase64String(TestKeyNeverUseInARealSystem.Certificate), Key());
        Play(new DayScript(receipts));
        Assert.AreEqual(FiscalError.None, _machine.PowerOn());
        Assert.IsTrue(_machine.RunUntil(() => _machine.Register.Reporting.Maker.IsDone, 600_000_000), "the message is made");
    }

    /// <summary>The paper, row by row.</summary>
    public string[] Paper => [.. _roll.Lines.SelectMany(line => PaperText.Render(line, Hardware.PaperColumns).Split('\n'))];

    /// <summary>How the summary has a file of the card.</summary>
    public string Describe(string name)
    {
        var bytes = new byte[_card.Length(name)];
        _card.Read(name, 0, bytes, 0, bytes.Length);
        return $"{name} {bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}";
    }

    private static RSAParameters Key() => new()
    {
        Modulus = Convert.FromBase64String(TestKeyNeverUseInARealSystem.Modulus),
        P = Convert.FromBase64String(TestKeyNeverUseInARealSystem.PrimeP),
        Q = Convert.FromBase64String(TestKeyNeverUseInARealSystem.PrimeQ),
        DP = Convert.FromBase64String(TestKeyNeverUseInARealSystem.ExponentP),
        DQ = Convert.FromBase64String(TestKeyNeverUseInARealSystem.ExponentQ),
        InverseQ = Convert.FromBase64String(TestKeyNeverUseInARealSystem.Coefficient),
    };

    private void Play(DayScript script)
    {
        var host = new DatecsClient(new MachineChannel(_machine), 0x20);
        while (script.Next())
        {
            _civil.Set(script.Time);
            Assert.IsTrue(host.SendData(script.Command, script.Data).Ok, script.Data);
            _machine.RunToRest();
        }
    }

    /// <summary>Civil time that stands still between the script's moments.</summary>
    private sealed class StillTime(DateTime now) : ICivilTimeSource
    {
        public DateTime Now { get; private set; } = now;

        public void Set(DateTime time) => Now = time;
    }
}
