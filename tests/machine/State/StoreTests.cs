using CsCheck;
using Nf.Emulator.Machine;
using Nf.Emulator.State;

namespace Nf.Tests.Machine.State;

[TestClass]
public sealed class StoreTests : IDisposable
{
    private const int Size = 20_000;

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [TestMethod]
    public void RamKeepsWhatIsWritten() => HoldsLikeAnArray(() => new RamStore(Size, 0xFF), iterations: 100);

    [TestMethod]
    public void FilesKeepWhatIsWritten()
    {
        var number = 0;
        HoldsLikeAnArray(() => new FileStore(_temp[$"{number++}"], Size, 0xFF), iterations: 20);
    }

    [TestMethod]
    public void CloneAndSourceAreApart()
    {
        var source = new RamStore(Size, 0xFF);
        source.Write(4090, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        var clone = source.Clone();
        source.Write(4091, [20]);
        clone.Write(4097, [30]);
        clone.Write(12_000, [40]);

        CollectionAssert.AreEqual(new byte[] { 1, 20, 3, 4, 5, 6, 7, 8, 9, 10 }, Bytes(source, 4090, 10));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5, 6, 7, 30, 9, 10 }, Bytes(clone, 4090, 10));
        Assert.AreEqual(0xFF, Bytes(source, 12_000, 1)[0]);
    }

    [TestMethod]
    [DataRow(-1, 1)]
    [DataRow(Size, 1)]
    [DataRow(Size - 1, 2)]
    public void CellsOutsideAreRefused(int address, int count)
    {
        using var file = new FileStore(_temp["cells"], Size);
        foreach (var store in new IByteStore[] { new RamStore(Size), file })
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => store.Read(address, new byte[count]));
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => store.Write(address, new byte[count]));
        }
    }

    [TestMethod]
    public void AFileComesWithTheFirstWriteAndIsAPlainImage()
    {
        using (var store = new FileStore(_temp["cells"], Size, 0xFF))
        {
            Assert.AreEqual(0xFF, Bytes(store, 5, 1)[0]);
            Assert.IsFalse(File.Exists(_temp["cells"]));
            store.Write(5, [1, 2]);
        }

        var image = File.ReadAllBytes(_temp["cells"]);
        Assert.AreEqual(Size, image.Length);
        CollectionAssert.AreEqual(new byte[] { 0xFF, 1, 2, 0xFF }, image[4..8]);
        Assert.AreEqual(Size - 2, image.Count(b => b == 0xFF));
    }

    [TestMethod]
    public void AFileSurvivesReopeningAndIsSeenByOthersMeanwhile()
    {
        using (var store = new FileStore(_temp["cells"], Size))
        {
            store.Write(7, [1, 2, 3]);
            using var reader = new FileStore(_temp["cells"], Size, readOnly: true);
            CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, Bytes(reader, 7, 3));
            store.Write(8, [9]);
            CollectionAssert.AreEqual(new byte[] { 1, 9, 3 }, Bytes(reader, 7, 3));
            Assert.ThrowsExactly<InvalidOperationException>(() => reader.Write(0, [1]));
        }

        using var again = new FileStore(_temp["cells"], Size);
        CollectionAssert.AreEqual(new byte[] { 1, 9, 3 }, Bytes(again, 7, 3));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(Size - 1)]
    [DataRow(Size + 1)]
    public void AFileOfTheWrongSizeIsRefused(int size)
    {
        File.WriteAllBytes(_temp["cells"], new byte[size]);
        var e = Assert.ThrowsExactly<StateException>(() => new FileStore(_temp["cells"], Size));
        Assert.AreEqual(StateProblem.Damaged, e.Problem);
        StringAssert.Contains(e.Message, _temp["cells"]);
        Assert.AreEqual(size, new FileInfo(_temp["cells"]).Length, "left as it was");
    }

    [TestMethod]
    public void AFileThatIsCutShortMeanwhileIsTold()
    {
        using var store = new FileStore(_temp["cells"], Size);
        store.Write(0, [1]);
        using (var other = new FileStream(_temp["cells"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) other.SetLength(10);
        var e = Assert.ThrowsExactly<StateException>(() => Bytes(store, 5, 10));
        Assert.AreEqual(StateProblem.Damaged, e.Problem);
    }

    [TestMethod]
    public void AFolderThatIsGoneIsTold()
    {
        using var store = new FileStore(_temp["gone/cells"], Size);
        Assert.AreEqual(StateProblem.Failed, Assert.ThrowsExactly<StateException>(() => store.Write(0, [1])).Problem);
    }

    private static void HoldsLikeAnArray(Func<IByteStore> create, long iterations) =>
        Gen.Select(Gen.Int[0, Size - 1], Gen.Byte.Array[0, 9000]).Array[1, 8].Sample(writes =>
        {
            var store = create();
            var model = Enumerable.Repeat((byte)0xFF, Size).ToArray();
            foreach (var (address, bytes) in writes)
            {
                var part = bytes.AsSpan(0, Math.Min(bytes.Length, Size - address));
                store.Write(address, part);
                part.CopyTo(model.AsSpan(address));
            }

            CollectionAssert.AreEqual(model, Bytes(store, 0, Size));
            (store as IDisposable)?.Dispose();
        }, iter: iterations, threads: 1);

    private static byte[] Bytes(IByteStore store, int address, int count)
    {
        var bytes = new byte[count];
        store.Read(address, bytes);
        return bytes;
    }
}
