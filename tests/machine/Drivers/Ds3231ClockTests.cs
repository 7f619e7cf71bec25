using CsCheck;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Buses;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public class Ds3231ClockTests
{
    private static readonly DateTime Start = new(2026, 7, 24, 10, 30, 15);

    private readonly VirtualTime _time = new();
    private readonly VirtualCivilTime _civil;
    private readonly Ds3231Model _chip;
    private readonly Ds3231Clock _clock;

    public Ds3231ClockTests()
    {
        _civil = new VirtualCivilTime(_time, Start);
        _chip = new Ds3231Model(_civil);
        _clock = new Ds3231Clock(_chip);
    }

    [TestMethod]
    public void ItFollowsItsSource()
    {
        Assert.AreEqual(Start, Read());
        _time.AdvanceTo(59_999_999);
        Assert.AreEqual(Start.AddSeconds(59), Read());
        _civil.Jump(TimeSpan.FromDays(400));
        Assert.AreEqual(Start.AddSeconds(59).AddDays(400), Read());
    }

    [TestMethod]
    public void EveryInstantOf2000To2099SurvivesSetAndRead() =>
        Gen.Long[0, (long)(new DateTime(2100, 1, 1) - new DateTime(2000, 1, 1)).TotalSeconds - 1].Sample(seconds =>
        {
            var (clock, instant) = (New(), new DateTime(2000, 1, 1).AddSeconds(seconds));
            Assert.AreEqual(DeviceResult.Ok, clock.Set(instant));
            Assert.AreEqual(DeviceResult.Ok, clock.Read(out var now));
            Assert.AreEqual(instant, now);
        }, iter: 2000);

    [TestMethod]
    public void EveryLastDayOfFebruaryGoesOverToTheRightDay()
    {
        for (var year = 2000; year <= 2099; year++)
        {
            var last = new DateTime(year, 2, DateTime.DaysInMonth(year, 2), 23, 59, 59);
            Assert.AreEqual(DeviceResult.Ok, _clock.Set(last));
            Assert.AreEqual(last, Read());
            _civil.Jump(TimeSpan.FromSeconds(1));
            Assert.AreEqual(new DateTime(year, 3, 1), Read());
        }
    }

    [TestMethod]
    public void RegistersAreAsTheDatasheetSays()
    {
        _clock.Set(new DateTime(2026, 12, 31, 23, 58, 59));
        var registers = new byte[7];
        _chip.WriteRead([0], 1, registers, 7);
        CollectionAssert.AreEqual(new byte[] { 0x59, 0x58, 0x23, 5, 0x31, 0x12, 0x26 }, registers);
    }

    [TestMethod]
    [DataRow(1999)]
    [DataRow(2100)]
    public void YearsOutsideAreRefused(int year) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _clock.Set(new DateTime(year, 6, 1)));

    [TestMethod]
    public void After2099TheCenturyBitIsNoTimeOfTheRegister()
    {
        _clock.Set(new DateTime(2099, 12, 31, 23, 59, 59));
        _civil.Jump(TimeSpan.FromSeconds(1));
        Assert.AreEqual(DeviceResult.Failed, _clock.Read(out _));
    }

    [TestMethod]
    public void AStoppedOscillatorIsToldUntilTheClockIsSet()
    {
        _chip.BatteryDead = true;
        Assert.AreEqual(DeviceResult.Lost, _clock.Read(out _));
        Assert.AreEqual(DeviceResult.Ok, _clock.Set(Start));
        Assert.AreEqual(Start, Read());
        _chip.PowerUp();
        Assert.AreEqual(DeviceResult.Lost, _clock.Read(out _), "the battery is still dead");
        _chip.BatteryDead = false;
        Assert.AreEqual(DeviceResult.Lost, _clock.Read(out _), "a new battery brings no time back");
        _clock.Set(Start);
        _chip.PowerUp();
        Assert.AreEqual(Start, Read());
    }

    [TestMethod]
    public void TheStopFlagCannotBeSetByAWrite()
    {
        _chip.Write([0x0F, 0xFF], 2);
        Assert.AreEqual(Start, Read());
    }

    [TestMethod]
    public void AMissingChipIsTold()
    {
        _chip.Connected = false;
        Assert.AreEqual(DeviceResult.NotConnected, _clock.Read(out _));
        Assert.AreEqual(DeviceResult.NotConnected, _clock.Set(Start));
    }

    [TestMethod]
    public void ABrokenTransferFails()
    {
        var clock = new Ds3231Clock(new FixedRegisters(I2cStatus.Incomplete, new byte[16]));
        Assert.AreEqual(DeviceResult.Failed, clock.Read(out _));
        Assert.AreEqual(DeviceResult.Failed, clock.Set(Start));
    }

    [TestMethod]
    [DataRow(0, 0x60)]
    [DataRow(0, 0x0A)]
    [DataRow(1, 0x60)]
    [DataRow(2, 0x24)]
    [DataRow(2, 0x52)]
    [DataRow(4, 0x00)]
    [DataRow(4, 0x32)]
    [DataRow(5, 0x00)]
    [DataRow(5, 0x13)]
    [DataRow(5, 0x87)]
    [DataRow(6, 0xA0)]
    public void RegistersThatAreNoTimeFail(int register, int value)
    {
        var registers = new byte[16];
        new byte[] { 0x15, 0x30, 0x10, 6, 0x24, 0x07, 0x26 }.CopyTo(registers, 0);
        var clock = new Ds3231Clock(new FixedRegisters(I2cStatus.Done, registers));
        Assert.AreEqual(DeviceResult.Ok, clock.Read(out _));
        registers[register] = (byte)value;
        Assert.AreEqual(DeviceResult.Failed, clock.Read(out _));
    }

    [TestMethod]
    public void TheThirtiethOfFebruaryFails()
    {
        byte[] registers = [0, 0, 0, 1, 0x30, 0x02, 0x28, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.AreEqual(DeviceResult.Failed, new Ds3231Clock(new FixedRegisters(I2cStatus.Done, registers)).Read(out _));
        registers[4] = 0x29;
        Assert.AreEqual(DeviceResult.Ok, new Ds3231Clock(new FixedRegisters(I2cStatus.Done, registers)).Read(out _));
    }

    private static Ds3231Clock New() => new(new Ds3231Model(new VirtualCivilTime(new VirtualTime(), Start)));

    private DateTime Read()
    {
        Assert.AreEqual(DeviceResult.Ok, _clock.Read(out var now));
        return now;
    }

    private sealed class FixedRegisters(I2cStatus status, byte[] registers) : II2cDevice
    {
        public I2cStatus Write(byte[] buffer, int count) => status;

        public I2cStatus WriteRead(byte[] write, int writeCount, byte[] read, int readCount)
        {
            Array.Copy(registers, write[0], read, 0, readCount);
            return status;
        }
    }
}
