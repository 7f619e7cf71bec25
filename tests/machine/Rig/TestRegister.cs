using System.Security.Cryptography;
using System.Text;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Rig;

/// <summary>A register in RAM with a host on its line: what most tests of the whole path start from.</summary>
internal sealed class TestRegister
{
    private readonly RamStore _flash;
    private readonly RamStore _fram = new(Mb85rsModel.Size);
    private readonly RamStore _module = new(Mb85rsModel.Size);

    /// <param name="fiscalMemorySize">Bytes of the fiscal memory, 1 to 8 MB.</param>
    /// <param name="columns">Characters on a line of the paper.</param>
    /// <param name="module">With an online module without a network, whose keys are in a secure element.</param>
    /// <param name="firmware">Makes a board that can take a new program from the drive.</param>
    /// <param name="online">Makes the whole hardware of the online module instead.</param>
    public TestRegister(int fiscalMemorySize = Nf.Emulator.Machine.Hardware.FiscalMemorySize, int columns = Nf.Emulator.Machine.Hardware.PaperColumns,
        bool module = false, Func<PowerSupply, VirtualTime, VirtualCivilTime, OnlineHardware>? online = null, Func<PowerSupply, FirmwareSlotModel>? firmware = null)
    {
        _flash = new RamStore(fiscalMemorySize, 0xFF);
        Time = new VirtualTime();
        Power = new PowerSupply();
        Card = new MemoryCard(Power);
        Civil = new VirtualCivilTime(Time, new DateTime(2026, 11, 16, 7, 0, 0));
        Hardware = new Hardware(Power, _flash, _fram, Card, Roll, Time, Civil, columns)
        {
            Firmware = firmware?.Invoke(Power),
            Online = online?.Invoke(Power, Time, Civil) ?? (module ? new OnlineHardware(Power, _module) { SecureElement = new SecureElementModel(Power) } : null),
        };
        Machine = new RegisterMachine(Hardware);
        Host = new DatecsClient(new MachineChannel(Machine), 0x20);
    }

    public VirtualTime Time { get; }

    public VirtualCivilTime Civil { get; }

    /// <summary>The moment on its clock, which has Romanian winter time.</summary>
    public DateTimeOffset Now => new(Civil.Now, TimeSpan.FromHours(2));

    public PowerSupply Power { get; }

    public MemoryCard Card { get; }

    public PaperRoll Roll { get; } = new();

    public Hardware Hardware { get; }

    public RegisterMachine Machine { get; }

    public DatecsClient Host { get; }

    public Nf.Firmware.Register Register => Machine.Register;

    /// <summary>What is on paper, one string a line.</summary>
    public string[] Paper => [.. Roll.Lines.Select(line => PaperText.Render(line, Hardware.Columns))];

    /// <summary>Switched on and fiscalised with the demo shop's data.</summary>
    public static TestRegister Fiscalised(int fiscalMemorySize = Nf.Emulator.Machine.Hardware.FiscalMemorySize)
    {
        var register = new TestRegister(fiscalMemorySize);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(DemoShop.Order()));
        return register;
    }

    /// <summary>Switched on and fiscalised with the demo shop's data, some of it changed first.</summary>
    public static TestRegister Fiscalised(Action<FiscalisationOrder> change, int columns = Nf.Emulator.Machine.Hardware.PaperColumns,
        int fiscalMemorySize = Nf.Emulator.Machine.Hardware.FiscalMemorySize)
    {
        var register = new TestRegister(fiscalMemorySize, columns);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        var order = DemoShop.Order();
        change(order);
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(order));
        return register;
    }

    /// <summary>Sends a command that must be carried out.</summary>
    public DatecsReply Do(int command, string data = "")
    {
        var reply = Host.SendData(command, data);
        Assert.IsTrue(reply.Ok, $"{command} {data.Replace('\t', '|')} was refused: {reply.ErrorCode} {FiscalErrors.Cause((FiscalError)reply.ErrorCode)}");
        return reply;
    }

    /// <summary>Sends a command that must be refused with this error.</summary>
    public void Refused(FiscalError error, int command, string data = "")
    {
        var reply = Host.SendData(command, data);
        Assert.AreEqual((int)error, reply.ErrorCode, $"{command} {data.Replace('\t', '|')}");
    }

    /// <summary>A small receipt, paid in cash.</summary>
    public void SellSomething()
    {
        Do(48, "1\t0001\t1\t\t\t");
        Do(49, "Pâine albă 300 g\t2\t5.50\t2.000\t\t\t1\tBUC\t");
        Do(53, "0\t20.00\t");
        Do(56);
        Machine.RunToRest();
    }

    /// <summary>Cells of the fiscal memory, as they are on the chip.</summary>
    public byte[] Flash(int address, int count)
    {
        var bytes = new byte[count];
        _flash.Read(address, bytes);
        return bytes;
    }

    /// <summary>Wipes the working memory, as its battery's end does; the chip is blank again.</summary>
    public void LoseWorkingMemory() => _fram.Write(0, new byte[Mb85rsModel.Size]);

    /// <summary>Wipes the online module's memory.</summary>
    public void LoseModuleMemory() => _module.Write(0, new byte[Mb85rsModel.Size]);

    /// <summary>Gives a cell of the fiscal memory another value, as wear does.</summary>
    public void Spoil(int address, byte value) => _flash.Write(address, [value]);

    /// <summary>Puts another register's working memory in the place of this one's.</summary>
    public void TakeWorkingMemoryOf(TestRegister other) => _fram.Write(0, other.Fram(0, Mb85rsModel.Size));

    /// <summary>Cells of the working memory, as they are on the chip.</summary>
    public byte[] Fram(int address, int count)
    {
        var bytes = new byte[count];
        _fram.Read(address, bytes);
        return bytes;
    }

    /// <summary>The journal file as text.</summary>
    public string Journal(int day) => Text($"Z{day:0000}.TXT");

    /// <summary>SHA-256 over the lines of a closed day's journal file, computed here; the file must end with it.</summary>
    public string JournalHash(int day)
    {
        const string Mark = "[SHA-256]\n";
        var text = Journal(day);
        var end = text.LastIndexOf(Mark, StringComparison.Ordinal);
        Assert.IsGreaterThan(0, end, $"the file of day {day} ends with its hash");
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text[..end])));
        Assert.AreEqual(hash, text[(end + Mark.Length)..].Replace("\n", ""), $"hash at the end of the file of day {day}");
        return hash;
    }

    /// <summary>The receipt records beside it, without the lines that the rebuilding of a lost working memory needs.</summary>
    public string Records(int day) => string.Concat(RecordFile(day).Split('\n').Where(line => line.Length > 0 && char.IsDigit(line[0])).Select(line => line + "\n"));

    /// <summary>The whole file of records.</summary>
    public string RecordFile(int day) => Text($"Z{day:0000}.REC");

    private string Text(string name)
    {
        var length = Math.Max(0, Card.Length(name));
        var bytes = new byte[length];
        Assert.AreEqual(length, Card.Read(name, 0, bytes, 0, length));
        return Encoding.UTF8.GetString(bytes);
    }
}
