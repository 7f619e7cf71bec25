using Nf.Firmware.Money;
using Nf.Firmware.Time;

namespace Nf.Firmware.Identity;

/// <summary>The receipt's identification number and the text of its QR code (OUG 28/1999, art. 4 (2), (2^1)).</summary>
/// <remarks>
/// Assumption, here and nowhere else: the number is that of ANAF's message (OPANAF 146/2018, idB): series, moment,
/// number of the day's Z, number of the receipt in the day. The law names what the QR code holds, not its form.
/// </remarks>
public static class ReceiptIdentity
{
    /// <summary>Digits of the number.</summary>
    public const int Length = 32;

    /// <summary>Characters of the QR code's text.</summary>
    public const int MaxQrLength = 64;

    /// <summary>Writes the number; returns its length.</summary>
    public static int Write(byte[] buffer, int offset, string series, long moment, int day, int number)
    {
        int at = offset;
        for (int i = 0; i < series.Length; i++) buffer[at++] = (byte)series[i];
        at += CivilTime.WriteStamp(buffer, at, moment);
        at += DecimalText.WritePadded(buffer, at, day, 4);
        at += DecimalText.WritePadded(buffer, at, number, 4);
        return at - offset;
    }

    /// <summary>Writes the QR code's text: moment, identification number and series, separated by semicolons.</summary>
    public static int WriteQr(byte[] buffer, int offset, string series, long moment, int day, int number)
    {
        int at = offset;
        at += CivilTime.WriteDate(buffer, at, moment);
        buffer[at++] = (byte)' ';
        at += CivilTime.WriteTime(buffer, at, moment);
        buffer[at++] = (byte)';';
        at += Write(buffer, at, series, moment, day, number);
        buffer[at++] = (byte)';';
        for (int i = 0; i < series.Length; i++) buffer[at++] = (byte)series[i];
        return at - offset;
    }
}
