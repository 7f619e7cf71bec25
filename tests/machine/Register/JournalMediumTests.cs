using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Register;

/// <summary>The journal's card changed for another one, or its file behind the register's back (norms, art. 38, 63).</summary>
[TestClass]
public sealed class JournalMediumTests
{
    private readonly TwoCards _cards = new();
    private readonly RegisterMachine _machine;
    private readonly DatecsClient _host;

    public JournalMediumTests()
    {
        var time = new VirtualTime();
        var power = new PowerSupply();
        var civil = new VirtualCivilTime(time, new DateTime(2026, 11, 16, 7, 0, 0));
        _machine = new RegisterMachine(new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), _cards,
            new PaperRoll(), time, civil));
        _host = new DatecsClient(new MachineChannel(_machine), 0x20);
        _machine.PowerOn();
        Assert.AreEqual(FiscalError.None, _machine.Register.Fiscalise(DemoShop.Order()));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 H b)")]
    [DataRow(false)]
    [DataRow(true)]
    public void Another_card_is_told_as_such_and_the_right_one_mends_it(bool inTheDay)
    {
        if (inTheDay) ServiceSum(0);
        _cards.Swapped = true;
        ServiceSum(FiscalError.JournalBlank);
        _cards.Swapped = false;
        ServiceSum(0);
    }

    /// <summary>The day's first document is decided, and another card is in the slot before its lines are.</summary>
    [TestMethod]
    [Article("HG 479/2003, norme art. 25 (2^1)")]
    public void The_first_lines_of_a_day_wait_for_the_right_card()
    {
        _cards.WriteProtected = true;
        Assert.AreEqual(0, _host.SendData(70, "0\t1.00\t").ErrorCode);
        _cards.Swapped = true;
        _cards.WriteProtected = false;
        _machine.Idle(TimeSpan.FromSeconds(2));
        Assert.AreEqual(-1, _cards.Length("Z0001.TXT"), "nothing on the other card");
        ServiceSum(FiscalError.JournalBlank);
        _cards.Swapped = false;
        _machine.Idle(TimeSpan.FromSeconds(2));
        Assert.IsGreaterThan(0, _cards.Length("Z0001.TXT"));
        ServiceSum(0);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 H d)")]
    public void A_file_longer_than_the_days_lines_is_damage()
    {
        ServiceSum(0);
        _cards.Append("Z0001.TXT", [10], 0, 1);
        ServiceSum(FiscalError.JournalDamaged);
    }

    private void ServiceSum(FiscalError error)
    {
        Assert.AreEqual((int)error, _host.SendData(70, "0\t1.00\t").ErrorCode);
        _machine.RunToRest();
    }

    /// <summary>A slot with the register's card in it, or a blank one.</summary>
    private sealed class TwoCards() : CardModel(new PowerSupply())
    {
        private readonly MemoryCard _own = new(new PowerSupply());
        private readonly MemoryCard _other = new(new PowerSupply());

        public bool Swapped { get; set; }

        private MemoryCard Card => Swapped ? _other : _own;

        protected override int CountFiles() => Card.FileCount;

        protected override int FileLength(string name) => Card.Length(name);

        protected override int ReadFile(string name, int position, Span<byte> bytes)
        {
            var read = new byte[bytes.Length];
            var count = Card.Read(name, position, read, 0, read.Length);
            read.CopyTo(bytes);
            return count;
        }

        protected override bool AppendToFile(string name, ReadOnlySpan<byte> bytes) => Card.Append(name, bytes.ToArray(), 0, bytes.Length);
    }
}
