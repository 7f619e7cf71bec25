using System.Text;
using Nf.Emulator.Flash;

namespace Nf.Tests.Machine.Flash;

/// <summary>An image is understood assembly by assembly, and nothing damaged gets near a board.</summary>
[TestClass]
public sealed class ApplicationImageTests
{
    private static readonly FlashBoard s_board = BoardTable.Find("esp32-s3")!;

    // The usual check text; 89A1897Fh was computed by another program for this polynomial from 0, not inverted.
    [TestMethod]
    public void CheckSumIsTheRuntimes() => Assert.AreEqual(0x89A1897Fu, RuntimeCrc.Of(Encoding.ASCII.GetBytes("123456789")));

    [TestMethod]
    public void AssembliesAreListedInTheirOrder()
    {
        var image = ApplicationImage.Read(TestImage.Of(s_board));
        CollectionAssert.AreEqual(new[] { "mscorlib", "Nf.Firmware", s_board.Program }, image.Assemblies.Select(assembly => assembly.Name).ToArray());
        Assert.AreEqual(new System.Version(1, 17, 0, 0), image.Assemblies[0].Version);
    }

    [TestMethod]
    public void FillingOfFlashAtTheEndIsPassedOver() =>
        Assert.HasCount(3, ApplicationImage.Read([.. TestImage.Of(s_board), .. Enumerable.Repeat((byte)0xFF, 64)]).Assemblies);

    [TestMethod]
    public void EveryByteOfAnAssemblyCounts()
    {
        var good = TestImage.Assembly("Nf.Firmware", "0.1.0");
        var length = ImageAssembly.Read(good).Length;
        for (var at = 0; at < length; at++)
        {
            var spoiled = good.ToArray();
            spoiled[at] ^= 0x10;
            Assert.ThrowsExactly<InvalidDataException>(() => ImageAssembly.Read(spoiled), $"byte {at}");
        }
    }

    [TestMethod]
    public void ACutAssemblyIsRefused()
    {
        var good = TestImage.Assembly("Nf.Firmware", "0.1.0");
        for (var length = 0; length < ImageAssembly.Read(good).Length; length++)
            Assert.ThrowsExactly<InvalidDataException>(() => ImageAssembly.Read(good.AsSpan(0, length)), $"{length} bytes");
    }

    [TestMethod]
    public void WhatIsWrongIsSaidWithItsPlace()
    {
        var first = TestImage.Assembly("mscorlib", "");
        var error = Assert.ThrowsExactly<InvalidDataException>(() => ApplicationImage.Read([.. first, .. "rubbish"u8]));
        Assert.StartsWith($"at byte {first.Length}: ", error.Message);
    }

    [TestMethod]
    public void AnEmptyImageIsRefused() => Assert.ThrowsExactly<InvalidDataException>(() => ApplicationImage.Read(new byte[64]));
}
