using System;
using Nf.Firmware.Time;

namespace Nf.Firmware.Certificates;

/// <summary>Times of certificates and signatures: UTC, as seconds since 2000-01-01 00:00:00 UTC (RFC 5280, 4.1.2.5).</summary>
/// <remarks>The register's own clock has Romanian civil time: <see cref="FromCivil"/> turns it into UTC.</remarks>
public static class CertificateTime
{
    /// <summary>Bytes of a UTCTime: <c>yyMMddHHmmssZ</c>.</summary>
    internal const int UtcLength = 13;

    private const int GeneralizedLength = 15;
    private const int StampLength = 14;
    private const int Hour = 3600;

    /// <summary>UTC for the register's civil time.</summary>
    /// <param name="seconds">Civil seconds since 2000, as the clock reads.</param>
    /// <param name="isSummer">The clock runs on summer time.</param>
    public static long FromCivil(long seconds, bool isSummer) => seconds - (isSummer ? 3 : 2) * Hour;

    /// <summary>Writes a UTCTime's content, or a GeneralizedTime's from 2050 on.</summary>
    /// <returns>Bytes written; 13 of a UTCTime.</returns>
    internal static int Write(byte[] buffer, long utc)
    {
        CivilTime.WriteStamp(buffer, 0, utc);
        buffer[StampLength] = (byte)'Z';
        bool isShort = buffer[0] == '2' && buffer[1] == '0' && buffer[2] < '5';
        if (!isShort) return GeneralizedLength;
        Array.Copy(buffer, 2, buffer, 0, UtcLength);
        return UtcLength;
    }

    /// <summary>Reads the element that is next.</summary>
    /// <param name="stamp">Room to work in, 14 bytes.</param>
    /// <param name="utc">What is before 2000 becomes 0, what is after 2099 the last second that a clock may have.</param>
    internal static bool Read(DerReader reader, byte[] data, byte[] stamp, out long utc)
    {
        utc = 0;
        bool isShort = reader.Next == DerTag.UtcTime;
        if (!reader.Read(isShort ? DerTag.UtcTime : DerTag.GeneralizedTime)) return false;
        DerRange text = reader.Content;
        if (text.Count != (isShort ? UtcLength : GeneralizedLength)) return reader.Fail();
        if (data[text.Offset + text.Count - 1] != 'Z') return reader.Fail();
        Array.Copy(data, text.Offset, stamp, isShort ? 2 : 0, text.Count - 1);
        int century = isShort ? stamp[2] < '5' ? 20 : 19 : Digits(stamp, 0);
        // The rest is judged as the date that it would be in this century.
        stamp[0] = (byte)'2';
        stamp[1] = (byte)'0';
        if (century < 0 || !CivilTime.TryParseStamp(stamp, 0, StampLength, out utc)) return reader.Fail();
        if (century != 20) utc = century < 20 ? 0 : CivilTime.Max;
        return true;
    }

    /// <summary>Value of two digits, -1 when they are not.</summary>
    private static int Digits(byte[] text, int at)
    {
        int tens = text[at] - '0';
        int units = text[at + 1] - '0';
        return tens < 0 || tens > 9 || units < 0 || units > 9 ? -1 : tens * 10 + units;
    }
}
