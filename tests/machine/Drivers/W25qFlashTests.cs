using CsCheck;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public class W25qFlashTests
{
    private const int Size = 4 << 20;

    private readonly RamStore _cells = new(Size, 0xFF);
    private readonly PowerSupply _power = new();
    private readonly W25qModel _chip;
    private readonly W25qFlash _flash;

    public W25qFlashTests()
    {
        _chip = new W25qModel(_cells, _power);
        _flash = new W25qFlash(_chip);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(4)]
    [DataRow(8)]
    public void CapacityIsTheChips(int megabytes)
    {
        var chip = new W25qModel(new RamStore(megabytes << 20, 0xFF), _power);
        Assert.AreEqual(megabytes << 20, new W25qFlash(chip).Capacity);
    }

    [TestMethod]
    public void ModelKnowsOnlySizesOfTheFamily()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new W25qModel(new RamStore(3 << 20), _power));
        Assert.ThrowsExactly<ArgumentException>(() => new W25qModel(new RamStore(1 << 19), _power));
        Assert.ThrowsExactly<ArgumentException>(() => new W25qModel(new RamStore(1 << 24), _power));
    }

    [TestMethod]
    public void CapacityIsAskedAgainWhileTheChipIsMissing()
    {
        _chip.Connected = false;
        Assert.AreEqual(0, _flash.Capacity);
        _chip.Connected = true;
        Assert.AreEqual(Size, _flash.Capacity);
    }

    [TestMethod]
    public void ABlankChipReadsFf()
    {
        var bytes = new byte[600];
        Assert.AreEqual(DeviceResult.Ok, _flash.Read(0, bytes, 0, bytes.Length));
        Assert.IsTrue(bytes.All(b => b == 0xFF));
    }

    [TestMethod]
    public void WhatIsProgrammedIsReadBack() =>
        Gen.Select(Gen.Int[0, Size / 256 - 1], Gen.Int[0, 255], Gen.Byte.Array[1, 256], Gen.Int[0, 3]).Sample((page, column, data, offset) =>
        {
            var count = Math.Min(data.Length, 256 - column);
            var flash = new W25qFlash(new W25qModel(new RamStore(Size, 0xFF), new PowerSupply()));
            var buffer = new byte[offset + data.Length];
            data.CopyTo(buffer, offset);
            var read = new byte[offset + count];

            Assert.AreEqual(DeviceResult.Ok, flash.Program(page * 256 + column, buffer, offset, count));
            Assert.AreEqual(DeviceResult.Ok, flash.Read(page * 256 + column, read, offset, count));
            CollectionAssert.AreEqual(data[..count], read[offset..]);
        }, iter: 200);

    [TestMethod]
    public void AReadCrossesPages()
    {
        for (var page = 0; page < 4; page++) Program(page * 256, Enumerable.Repeat((byte)(page + 1), 256).ToArray());
        var bytes = new byte[700];
        Assert.AreEqual(DeviceResult.Ok, _flash.Read(200, bytes, 0, 700));
        for (var i = 0; i < 700; i++) Assert.AreEqual((200 + i) / 256 + 1, bytes[i]);
    }

    [TestMethod]
    public void TheLastByteCanBeUsed()
    {
        Program(Size - 1, [0x5A]);
        var one = new byte[1];
        Assert.AreEqual(DeviceResult.Ok, _flash.Read(Size - 1, one, 0, 1));
        Assert.AreEqual(0x5A, one[0]);
    }

    [TestMethod]
    [DataRow(-1, 1)]
    [DataRow(0, -1)]
    [DataRow(Size, 1)]
    [DataRow(Size - 1, 2)]
    [DataRow(1, int.MaxValue)]
    public void RangesOutsideAreRefused(int address, int count)
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _flash.Read(address, new byte[4], 0, count));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _flash.Program(address, new byte[4], 0, count));
    }

    [TestMethod]
    public void AProgramStaysInsideItsPage()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _flash.Program(250, new byte[7], 0, 7));
        Assert.AreEqual(0, _chip.Programs);
        Program(250, new byte[6]);
        Assert.AreEqual(1, _chip.Programs);
    }

    [TestMethod]
    public void NothingToDoIsNoOperation()
    {
        Assert.AreEqual(DeviceResult.Ok, _flash.Program(0, [], 0, 0));
        Assert.AreEqual(DeviceResult.Ok, _flash.Read(Size, [], 0, 0));
        Assert.AreEqual(0, _chip.Programs);
    }

    [TestMethod]
    [DataRow((byte)0x00)]
    [DataRow((byte)0xA5)]
    [DataRow((byte)0xFF)]
    public void AMissingChipIsToldWhateverTheBytes(byte value)
    {
        Assert.AreEqual(Size, _flash.Capacity);
        _chip.Connected = false;
        Assert.AreEqual(DeviceResult.NotConnected, _flash.Program(0, [value], 0, 1));
        Assert.AreEqual(DeviceResult.NotConnected, _flash.Read(0, new byte[1], 0, 1));
    }

    [TestMethod]
    public void AChipThatGoesAwayIsNotTakenForABlankOne()
    {
        Program(0, [1, 2, 3]);
        _chip.Connected = false;
        Assert.AreEqual(DeviceResult.NotConnected, _flash.Read(0, new byte[3], 0, 3));
        _chip.Connected = true;
        var bytes = new byte[3];
        Assert.AreEqual(DeviceResult.Ok, _flash.Read(0, bytes, 0, 3));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, bytes);
    }

    [TestMethod]
    [DataRow((byte)0x00)]
    [DataRow((byte)0xA5)]
    public void AWireStuckLowVerifiesNothing(byte value)
    {
        var wire = new CutWire(_chip);
        var flash = new W25qFlash(wire);
        Assert.AreEqual(Size, flash.Capacity);
        wire.Cut = true;
        Assert.AreEqual(DeviceResult.NotConnected, flash.Program(0, [value], 0, 1));
        Assert.AreEqual(0, flash.Capacity);
        wire.Cut = false;
        Assert.AreEqual(DeviceResult.Ok, flash.Program(0, [value], 0, 1));
        wire.Cut = true;
        Assert.AreEqual(DeviceResult.NotConnected, flash.Read(0, new byte[1], 0, 1));
    }

    [TestMethod]
    public void WornCellsFail()
    {
        _chip.Worn = true;
        Assert.AreEqual(DeviceResult.Failed, _flash.Program(0, [0x12], 0, 1));
    }

    [TestMethod]
    public void ABusyChipIsWaitedForButNotForEver()
    {
        _chip.BusyPolls = 900;
        Assert.AreEqual(DeviceResult.Ok, _flash.Program(0, [0x12], 0, 1));
        _chip.BusyPolls = 1_000_000;
        Assert.AreEqual(DeviceResult.NotConnected, _flash.Program(1, [0x12], 0, 1), "a chip busy for ever does not say who it is");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 39 (3)")]
    public void ProgrammingOnlyClearsBitsAndASecondTimeIsAViolation()
    {
        Program(0x100, [0xF0, 0xFF, 0x33]);
        Assert.AreEqual(0, _chip.Violations.Count);
        Assert.AreEqual(DeviceResult.Failed, _flash.Program(0x100, [0x0F, 0x11, 0xFF], 0, 3));

        var bytes = new byte[3];
        _cells.Read(0x100, bytes);
        CollectionAssert.AreEqual(new byte[] { 0x00, 0x11, 0x33 }, bytes);
        CollectionAssert.AreEqual(new[] { 0x100 }, _chip.Violations.ToArray());
    }

    [TestMethod]
    [DataRow(0, "FFFFFF")]
    [DataRow(1, "12FFFF")]
    [DataRow(2, "1234FF")]
    [DataRow(3, "123456")]
    [DataRow(9, "123456")]
    public void ACutLeavesTheFirstBytesAndHalfOfTheNext(int bytes, string whole)
    {
        _power.CutAt(0, bytes);
        Assert.ThrowsExactly<PowerCutException>(() => _flash.Program(0, [0x12, 0x34, 0x56], 0, 3));

        var expected = Convert.FromHexString(whole);
        if (bytes < 3) expected[bytes] = (byte)(new byte[] { 0x12, 0x34, 0x56 }[bytes] | 0x0F);
        var cells = new byte[3];
        _cells.Read(0, cells);
        CollectionAssert.AreEqual(expected, cells);
        Assert.AreEqual(1, _chip.Programs);
    }

    [TestMethod]
    public void AfterACutTheChipAnswersAtOnce()
    {
        _power.CutAt(0, 1);
        Assert.ThrowsExactly<PowerCutException>(() => _flash.Program(0, [0x12, 0x34], 0, 2));
        Assert.AreEqual(Size, new W25qFlash(_chip).Capacity);
    }

    [TestMethod]
    public void TheModelWrapsInsideThePageAndKeepsTheLast256Bytes()
    {
        Send([0x06]);
        Send([0x02, 0, 1, 0xFE, 1, 2, 3]);
        ReadStatus();
        var cells = new byte[256];
        _cells.Read(0x100, cells);
        CollectionAssert.AreEqual(new byte[] { 3, 1, 2 }, new[] { cells[0], cells[254], cells[255] });

        var tooLong = new byte[] { 0x02, 0, 2, 0, 0x77 }.Concat(Enumerable.Range(0, 256).Select(i => (byte)i)).ToArray();
        Send([0x06]);
        Send(tooLong);
        _cells.Read(0x200, cells);
        CollectionAssert.AreEqual(new byte[] { 255, 0, 1 }, cells[..3]);
        Assert.AreEqual(254, cells[255]);
    }

    [TestMethod]
    public void WithoutWriteEnableNothingIsProgrammed()
    {
        Send([0x02, 0, 0, 0, 0x12]);
        Send([0x06]);
        Send([0x04]);
        Send([0x02, 0, 0, 0, 0x12]);
        Assert.AreEqual(0, _chip.Programs);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 39 (1)")]
    [Article("HG 479/2003, norme art. 39 (3)")]
    [Article("OUG 28/1999 art. 3 (3) a)")]
    [Article("OUG 28/1999 art. 3 (4)")]
    public void TheDriverNeverErasesAndTheModelWouldTell()
    {
        Program(0, [1]);
        Assert.AreEqual(0, _chip.Erases);
        ReadStatus();
        Send([0x20, 0, 0, 0]);
        Assert.AreEqual(1, _chip.Erases);
    }

    private void Program(int address, byte[] bytes) =>
        Assert.AreEqual(DeviceResult.Ok, _flash.Program(address, bytes, 0, bytes.Length));

    private void Send(byte[] bytes) => _chip.Write(bytes, bytes.Length);

    private void ReadStatus() => _chip.Transfer([0x05, 0], new byte[2], 2);
}
