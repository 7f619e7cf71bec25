using Nf.Firmware.Bytes;
using Nf.Firmware.Text;

namespace Nf.Firmware.FiscalMemory;

/// <summary>What kind of register this is. The values stand in the fiscal memory and never change.</summary>
public enum RegisterType
{
    /// <summary>Any shop.</summary>
    Ordinary = 0,

    /// <summary>A shop within an airport (norms, art. 54 (3)).</summary>
    Airport = 1,
}

/// <summary>Who this register is: set once, for ever (norms, art. 33 A a), 42).</summary>
public sealed class Fiscalisation
{
    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = SeriesLength + SerialLength + CodeLength + 2;

    /// <summary>Bytes of the whole record: behind the saved form stands the version of the program that fiscalised.</summary>
    public const int RecordLength = SavedLength + UpdateRecord.TextLength;

    /// <summary>Digits of the fiscal series, which is the number from the national registry (norms, art. 59 (4)).</summary>
    public const int SeriesLength = 10;

    /// <summary>Characters of the maker's number at most.</summary>
    public const int SerialLength = 12;

    /// <summary>Bytes of the saved form of code and registration alone.</summary>
    public const int RegistrationLength = CodeLength + 1;

    private const int CodeLength = 12;

    /// <summary>The number from the national registry (NUI), 10 digits.</summary>
    public string Series { get; set; } = "";

    /// <summary>The maker's number of the device, at most 12 characters.</summary>
    public string SerialNumber { get; set; } = "";

    /// <summary>The operator's fiscal code, at most 12 characters.</summary>
    public string FiscalCode { get; set; } = "";

    /// <summary>The operator is registered for VAT; if not, receipts say «NEPLĂTITOR TVA» (norms, art. 56 (5)).</summary>
    public bool VatPayer { get; set; }

    public RegisterType Type { get; set; }

    public void Save(ByteWriter writer)
    {
        SaveText(writer, Series, SeriesLength);
        SaveText(writer, SerialNumber, SerialLength);
        SaveRegistration(writer, FiscalCode, VatPayer);
        writer.U8((int)Type);
    }

    /// <summary>Writes what changes when the operator is registered for VAT, or no longer is.</summary>
    public static void SaveRegistration(ByteWriter writer, string fiscalCode, bool vatPayer)
    {
        SaveText(writer, fiscalCode, CodeLength);
        writer.U8(vatPayer ? 1 : 0);
    }

    public void Load(ByteReader reader)
    {
        Series = LoadText(reader, SeriesLength);
        SerialNumber = LoadText(reader, SerialLength);
        LoadRegistration(reader);
        Type = (RegisterType)reader.U8();
    }

    /// <summary>Reads what <see cref="SaveRegistration"/> wrote; the rest stays.</summary>
    public void LoadRegistration(ByteReader reader)
    {
        FiscalCode = LoadText(reader, CodeLength);
        VatPayer = reader.U8() == 1;
    }

    private static void SaveText(ByteWriter writer, string text, int length)
    {
        var bytes = new byte[length];
        Latin16.Write(text, bytes, 0, length);
        for (int i = text.Length; i < length; i++) bytes[i] = (byte)' ';
        writer.Bytes(bytes, 0, length);
    }

    private static string LoadText(ByteReader reader, int length)
    {
        var bytes = new byte[length];
        reader.Bytes(bytes, 0, length);
        while (length > 0 && bytes[length - 1] == ' ') length--;
        return Latin16.ToText(bytes, 0, length);
    }
}
