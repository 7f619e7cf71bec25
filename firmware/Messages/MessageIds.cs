using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Time;

namespace Nf.Firmware.Messages;

/// <summary>The identifiers of ANAF's messages (OPANAF 146/2018, annex 2): series and a moment, with more after it.</summary>
internal static class MessageIds
{
    /// <summary>Digits of the identifier of a message without a Z: the empty one and the register's.</summary>
    internal const int ShortLength = 24;

    /// <summary>Digits of the identifier of a day's message, and of a Z.</summary>
    internal const int DayLength = 28;

    /// <summary>Writes series and moment; returns the length, <see cref="ShortLength"/>.</summary>
    internal static int WriteShort(byte[] buffer, int offset, string series, long moment)
    {
        int at = offset;
        for (int i = 0; i < series.Length; i++) buffer[at++] = (byte)series[i];
        return at + CivilTime.WriteStamp(buffer, at, moment) - offset;
    }

    /// <summary>Writes series, moment and number of the Z; returns the length, <see cref="DayLength"/>.</summary>
    internal static int WriteDay(byte[] buffer, int offset, string series, long moment, int day)
    {
        int length = WriteShort(buffer, offset, series, moment);
        return length + DecimalText.WritePadded(buffer, offset + length, day, 4);
    }

    /// <summary>Writes a receipt's identifier, which is that on the paper; returns the length.</summary>
    internal static int WriteReceipt(byte[] buffer, int offset, string series, long moment, int day, int number) =>
        ReceiptIdentity.Write(buffer, offset, series, moment, day, number);
}
