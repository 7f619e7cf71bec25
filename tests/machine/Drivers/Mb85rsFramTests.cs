using CsCheck;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public class Mb85rsFramTests
{
    private const int Size = 512 * 1024;

    private readonly RamStore _cells = new(Size);
    private readonly PowerSupply _power = new();
    private readonly Mb85rsModel _chip;
    private readonly Mb85rsFram _fram;

    public Mb85rsFramTests()
    {
        _chip = new Mb85rsModel(_cells, _power);
        _fram = new Mb85rsFram(_chip);
    }

    [TestMethod]
    public void CapacityComesWithTheChip()
    {
        _chip.Connected = false;
        Assert.AreEqual(0, _fram.Capacity);
        _chip.Connected = true;
        Assert.AreEqual(Size, _fram.Capacity);
    }

    [TestMethod]
    public void TheModelHasOneSize() =>
        Assert.ThrowsExactly<ArgumentException>(() => new Mb85rsModel(new RamStore(Size - 1), _power));

    [TestMethod]
    public void WhatIsWrittenIsReadBackAndNothingElseChanges() =>
        Gen.Select(Gen.Int[1, Size - 2202], Gen.Byte.Array[1, 2200], Gen.Int[0, 3]).Sample((address, data, offset) =>
        {
            var cells = new RamStore(Size, 0x77);
            var fram = new Mb85rsFram(new Mb85rsModel(cells, new PowerSupply()));
            var buffer = new byte[offset + data.Length];
            data.CopyTo(buffer, offset);
            Assert.AreEqual(DeviceResult.Ok, fram.Write(address, buffer, offset, data.Length));

            var read = new byte[data.Length + 2];
            Assert.AreEqual(DeviceResult.Ok, fram.Read(address - 1, read, 0, read.Length));
            CollectionAssert.AreEqual(data, read[1..^1]);
            Assert.AreEqual(0x77, read[0]);
            Assert.AreEqual(0x77, read[^1]);
        }, iter: 200);

    [TestMethod]
    public void AWriteIsOneTransactionHoweverLong()
    {
        Write(100, new byte[2200]);
        Assert.AreEqual(1, _power.Writes);
    }

    [TestMethod]
    [DataRow(-1, 1)]
    [DataRow(0, -1)]
    [DataRow(Size, 1)]
    [DataRow(Size - 1, 2)]
    [DataRow(0, 2201)]
    [DataRow(1, int.MaxValue)]
    public void WritesOutsideAreRefused(int address, int count) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _fram.Write(address, new byte[2300], 0, count));

    [TestMethod]
    [DataRow(-1, 1)]
    [DataRow(0, -1)]
    [DataRow(Size - 1, 2)]
    public void ReadsOutsideAreRefused(int address, int count) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _fram.Read(address, new byte[4], 0, count));

    [TestMethod]
    public void TheLastByteCanBeUsed()
    {
        Write(Size - 1, [0x5A]);
        var one = new byte[1];
        Assert.AreEqual(DeviceResult.Ok, _fram.Read(Size - 1, one, 0, 1));
        Assert.AreEqual(0x5A, one[0]);
    }

    [TestMethod]
    public void AChipThatGoesAwayIsTold()
    {
        Write(0, [1, 2, 3]);
        _chip.Connected = false;
        Assert.AreEqual(DeviceResult.NotConnected, _fram.Write(0, [4, 5, 6], 0, 3));
        Assert.AreEqual(DeviceResult.NotConnected, _fram.Read(0, new byte[3], 0, 3));

        _chip.Connected = true;
        var bytes = new byte[3];
        Assert.AreEqual(DeviceResult.Ok, _fram.Read(0, bytes, 0, 3));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, bytes);
        Write(0, [4, 5, 6]);
    }

    [TestMethod]
    public void AReadFromAnIdleWireIsNoData()
    {
        Assert.AreEqual(Size, _fram.Capacity);
        _chip.Connected = false;
        Assert.AreEqual(DeviceResult.NotConnected, _fram.Read(0, new byte[3], 0, 3));
    }

    [TestMethod]
    public void ZeroesAreNotTakenForADeadWire()
    {
        var wire = new CutWire(_chip);
        var fram = new Mb85rsFram(wire);
        Assert.AreEqual(DeviceResult.Ok, fram.Read(0, new byte[300], 0, 300));
        wire.Cut = true;
        Assert.AreEqual(DeviceResult.NotConnected, fram.Read(0, new byte[300], 0, 300));
        wire.Cut = false;
        Assert.AreEqual(Size, fram.Capacity);
        wire.Cut = true;
        Assert.AreEqual(DeviceResult.NotConnected, fram.Write(0, [1], 0, 1));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(700)]
    [DataRow(2200)]
    [DataRow(5000)]
    public void ACutLeavesTheFirstBytes(int bytes)
    {
        _power.CutAt(0, bytes);
        var data = Enumerable.Repeat((byte)0xAB, 2200).ToArray();
        Assert.ThrowsExactly<PowerCutException>(() => _fram.Write(50, data, 0, data.Length));

        var cells = new byte[2200];
        _cells.Read(50, cells);
        Assert.AreEqual(Math.Min(bytes, 2200), cells.Count(b => b == 0xAB));
        Assert.AreEqual(Math.Min(bytes, 2200), cells.TakeWhile(b => b == 0xAB).Count());
    }

    [TestMethod]
    public void TheModelIgnoresAWriteWithoutItsLatch()
    {
        Send([0x02, 0, 0, 0, 1]);
        Send([0x06]);
        Send([0x02, 0, 0, 0, 2]);
        Send([0x02, 0, 0, 0, 3]);
        Send([0x06]);
        Send([0x04]);
        Send([0x02, 0, 0, 0, 4]);
        var one = new byte[1];
        _cells.Read(0, one);
        Assert.AreEqual(2, one[0]);
        Assert.AreEqual(1, _power.Writes);
    }

    [TestMethod]
    public void TheModelRunsOnFromTheLastCellToTheFirst()
    {
        Send([0x06]);
        Send([0x02, 7, 0xFF, 0xFF, 8, 9]);
        var read = new byte[6];
        _chip.Transfer([0x03, 7, 0xFF, 0xFF, 0, 0], read, 6);
        CollectionAssert.AreEqual(new byte[] { 8, 9 }, read[4..]);
        var first = new byte[1];
        _cells.Read(0, first);
        Assert.AreEqual(9, first[0]);
    }

    private void Write(int address, byte[] bytes) =>
        Assert.AreEqual(DeviceResult.Ok, _fram.Write(address, bytes, 0, bytes.Length));

    private void Send(byte[] bytes) => _chip.Write(bytes, bytes.Length);
}
