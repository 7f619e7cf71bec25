#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Text;

namespace Nf.Tests.Unit.FiscalMemory;

[TestClass]
public class IdentityRecordsTests
{
    [TestMethod]
    public void A_fiscalisation_is_saved_and_loaded()
    {
        var identity = new Fiscalisation { Series = "1234567890", SerialNumber = "NF0000000012", FiscalCode = "RO1234567890", VatPayer = true };
        Fiscalisation loaded = Loaded(identity);
        Assert.AreEqual("1234567890", loaded.Series);
        Assert.AreEqual("NF0000000012", loaded.SerialNumber);
        Assert.AreEqual("RO1234567890", loaded.FiscalCode);
        Assert.IsTrue(loaded.VatPayer);
    }

    [TestMethod]
    public void Short_texts_come_back_without_blanks()
    {
        Fiscalisation loaded = Loaded(new Fiscalisation { Series = "1234567890", SerialNumber = "N1", FiscalCode = "12" });
        Assert.AreEqual("N1", loaded.SerialNumber);
        Assert.AreEqual("12", loaded.FiscalCode);
        Assert.IsFalse(loaded.VatPayer);
    }

    [TestMethod]
    public void A_header_is_saved_and_loaded_and_cut_at_48_characters()
    {
        var header = new Header();
        header.Set(new[] { "FIRMĂ ȘI FIII", "", "123456789012345678901234567890123456789012345678901234567890" });
        var bytes = new byte[Header.MaxSavedLength];
        header.Save(new ByteWriter(bytes));
        var loaded = new Header();
        loaded.Load(new ByteReader(bytes));
        Assert.AreEqual(3, loaded.Count);
        Assert.AreEqual("FIRMĂ ȘI FIII", Latin16.ToText(loaded.Line(0), 0, loaded.Line(0).Length));
        Assert.AreEqual(0, loaded.Line(1).Length);
        Assert.AreEqual(48, loaded.Line(2).Length);
    }

    [TestMethod]
    public void A_header_of_blanks_is_blank_and_has_at_most_10_lines()
    {
        var header = new Header();
        Assert.IsTrue(header.IsBlank);
        header.Set(new[] { "", "   " });
        Assert.IsTrue(header.IsBlank);
        header.Set(new[] { "", " x " });
        Assert.IsFalse(header.IsBlank);
        Check.Throws(typeof(ArgumentOutOfRangeException), () => header.Set(new string[11]));
    }

    private static Fiscalisation Loaded(Fiscalisation identity)
    {
        var bytes = new byte[Fiscalisation.SavedLength];
        identity.Save(new ByteWriter(bytes));
        var loaded = new Fiscalisation();
        loaded.Load(new ByteReader(bytes));
        return loaded;
    }
}
