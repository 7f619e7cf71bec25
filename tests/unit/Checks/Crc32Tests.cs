#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Checks;

namespace Nf.Tests.Unit.Checks;

[TestClass]
public class Crc32Tests
{
    [TestMethod]
    public void The_published_check_value_comes_out()
    {
        Assert.IsTrue(Of(Ascii.Bytes("123456789")) == 0xCBF43926);
    }

    [TestMethod]
    public void Nothing_gives_zero()
    {
        Assert.IsTrue(Of(new byte[0]) == 0);
    }

    [TestMethod]
    public void Pieces_give_what_the_whole_gives()
    {
        byte[] data = Ascii.Bytes("The quick brown fox jumps over the lazy dog");
        for (int cut = 0; cut <= data.Length; cut++)
        {
            uint crc = Crc32.Add(Crc32.Start, data, 0, cut);
            crc = Crc32.Add(crc, data, cut, data.Length - cut);
            Assert.IsTrue(Crc32.Finish(crc) == 0x414FA339);
        }
    }

    [TestMethod]
    public void A_range_outside_the_array_is_refused()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Crc32.Add(Crc32.Start, new byte[4], 2, 3));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Crc32.Add(Crc32.Start, new byte[4], -1, 2));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Crc32.Add(Crc32.Start, new byte[4], 2, -1));
    }

    private static uint Of(byte[] data) => Crc32.Finish(Crc32.Add(Crc32.Start, data, 0, data.Length));
}
