using CsCheck;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Register;

[TestClass]
public class CellStoreTests
{
    private const int Address = 0x1200;
    private const int Redo = 0x1120;
    private const int Length = 40;

    [TestMethod]
    public void ACellReadsBackAndAnEmptyOneIsAbsent() => Gen.Byte.Array[1, 192].Sample(data =>
    {
        var cells = new CellStore(new Mb85rsFram(new Mb85rsModel(new RamStore(Mb85rsModel.Size), new PowerSupply())), Redo);
        var read = new byte[data.Length];
        Assert.IsFalse(cells.Read(Address, read, read.Length));
        Assert.AreEqual(FiscalError.None, cells.Write(Address, data, data.Length));
        Assert.IsTrue(cells.Read(Address, read, read.Length));
        CollectionAssert.AreEqual(data, read);
    }, iter: 100);

    [TestMethod]
    public void ACutAtAnyByteLeavesTheOldCellOrTheNewOne()
    {
        for (var write = 0; write < 2; write++)
            for (var bytes = 0; bytes <= Length + 14; bytes++)
                CutOnce(write, bytes);
    }

    private static void CutOnce(int write, int bytes)
    {
        var power = new PowerSupply();
        var chip = new Mb85rsModel(new RamStore(Mb85rsModel.Size), power);
        var before = new byte[Length];
        var after = new byte[Length];
        Array.Fill(after, (byte)0x5A);
        Assert.AreEqual(FiscalError.None, new CellStore(new Mb85rsFram(chip), Redo).Write(Address, before, Length));
        power.CutAt(power.Writes + write, bytes);
        try
        {
            new CellStore(new Mb85rsFram(chip), Redo).Write(Address, after, Length);
        }
        catch (PowerCutException)
        {
            power.CutAt(-1, 0);
        }

        var cells = new CellStore(new Mb85rsFram(chip), Redo);
        Assert.AreEqual(FiscalError.None, cells.Recover());
        var read = new byte[Length];
        Assert.IsTrue(cells.Read(Address, read, Length), $"cut in write {write} after {bytes} bytes");
        Assert.IsTrue(read.SequenceEqual(before) || read.SequenceEqual(after), $"cut in write {write} after {bytes} bytes");
    }
}
