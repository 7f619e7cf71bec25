#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Bytes;

namespace Nf.Tests.Unit.Bytes;

[TestClass]
public class ByteFieldsTests
{
    [TestMethod]
    public void Fields_are_written_little_endian()
    {
        byte[] buffer = Filled(21);
        ByteWriter writer = new ByteWriter(buffer);
        writer.U8(0xAB);
        writer.U16(0x1234);
        writer.U32(0xFEDCBA98);
        writer.I64(0x0102030405060708);
        writer.Bytes(new byte[] { 1, 2, 3, 4 }, 1, 2);
        writer.Zero(3);
        Assert.AreEqual(20, writer.Position);
        Assert.AreEqual("ab341298badcfe0807060504030201" + "0203" + "000000" + "ff", Ascii.Hex(buffer, 0, 21));
    }

    [TestMethod]
    public void Fields_come_back()
    {
        byte[] buffer = new byte[40];
        ByteWriter writer = new ByteWriter(buffer);
        writer.Seek(3);
        writer.U8(255);
        writer.U16(65535);
        writer.U32(4294967295);
        writer.I64(long.MinValue);
        writer.I64(-1);
        writer.I64(0x80000000);

        ByteReader reader = new ByteReader(buffer);
        reader.Skip(3);
        Assert.AreEqual(255, reader.U8());
        Assert.AreEqual(65535, reader.U16());
        Assert.IsTrue(reader.U32() == 4294967295);
        Assert.IsTrue(reader.I64() == long.MinValue);
        Assert.IsTrue(reader.I64() == -1);
        Assert.IsTrue(reader.I64() == 0x80000000);
        Assert.AreEqual(34, reader.Position);
        byte[] two = new byte[2];
        reader.Seek(3);
        reader.Bytes(two, 1, 1);
        Assert.AreEqual("00ff", Ascii.Hex(two, 0, 2));
    }

    [TestMethod]
    public void The_writer_keeps_to_its_buffer()
    {
        ByteWriter writer = new ByteWriter(new byte[9]);
        writer.Seek(9);
        Short(() => writer.U8(1));
        writer.Seek(8);
        Short(() => writer.U16(1));
        writer.Seek(6);
        Short(() => writer.U32(1));
        writer.Seek(2);
        Short(() => writer.I64(1));
        Short(() => writer.Bytes(new byte[8], 0, 8));
        Short(() => writer.Zero(8));
        Short(() => writer.Zero(-1));
        Short(() => writer.Seek(10));
        Short(() => writer.Seek(-1));
        Assert.AreEqual(2, writer.Position);
    }

    [TestMethod]
    public void The_reader_keeps_to_its_buffer()
    {
        ByteReader reader = new ByteReader(new byte[9]);
        reader.Seek(9);
        Short(() => reader.U8());
        reader.Seek(8);
        Short(() => reader.U16());
        reader.Seek(6);
        Short(() => reader.U32());
        reader.Seek(2);
        Short(() => reader.I64());
        Short(() => reader.Bytes(new byte[8], 0, 8));
        Short(() => reader.Skip(8));
        Short(() => reader.Skip(-1));
        Short(() => reader.Seek(10));
        Assert.AreEqual(2, reader.Position);
    }

    [TestMethod]
    public void A_value_that_its_field_cannot_hold_is_refused()
    {
        byte[] buffer = new byte[8];
        ByteWriter writer = new ByteWriter(buffer);
        Check.Throws(typeof(ArgumentOutOfRangeException), () => writer.U8(256));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => writer.U8(-1));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => writer.U16(65536));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => writer.U32(4294967296));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => writer.U32(-1));
        Assert.AreEqual(0, writer.Position);
    }

    private static void Short(Action action) => Check.Throws(typeof(InvalidOperationException), action);

    private static byte[] Filled(int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = 0xFF;
        return bytes;
    }
}
