using System;
using Nf.Firmware.Money;

namespace Nf.Firmware.Time;

/// <summary>Local civil time as seconds since 2000-01-01 00:00:00; stored in 32 bits it lasts until February 2136.</summary>
public static class CivilTime
{
    /// <summary>Seconds of a day.</summary>
    public const long SecondsPerDay = 86400;

    /// <summary>The last second that 32 bits hold.</summary>
    public const long Max = 4294967295;

    private const long TicksPerSecond = 10000000;
    private const long EpochTicks = 630822816000000000;

    /// <summary>Whole seconds of a time; fractions are dropped.</summary>
    public static long FromDateTime(DateTime t) => t.Ticks / TicksPerSecond - EpochTicks / TicksPerSecond;

    /// <summary>The time of so many seconds.</summary>
    public static DateTime ToDateTime(long seconds) => new DateTime(EpochTicks + seconds * TicksPerSecond);

    /// <summary>Writes <c>dd-MM-yyyy</c>.</summary>
    /// <returns>Bytes written: 10.</returns>
    public static int WriteDate(byte[] buffer, int offset, long seconds)
    {
        Split(seconds, out int year, out int month, out int day);
        WriteDayMonth(buffer, offset, day, month);
        DecimalText.WritePadded(buffer, offset + 6, year, 4);
        return 10;
    }

    /// <summary>Writes <c>dd-MM-yy</c>.</summary>
    /// <returns>Bytes written: 8.</returns>
    public static int WriteShortDate(byte[] buffer, int offset, long seconds)
    {
        Split(seconds, out int year, out int month, out int day);
        WriteDayMonth(buffer, offset, day, month);
        WriteTwo(buffer, offset + 6, year % 100);
        return 8;
    }

    /// <summary>Writes <c>HH:mm:ss</c>.</summary>
    /// <returns>Bytes written: 8.</returns>
    public static int WriteTime(byte[] buffer, int offset, long seconds)
    {
        int second = (int)(seconds % SecondsPerDay);
        WriteTwo(buffer, offset, second / 3600);
        buffer[offset + 2] = (byte)':';
        WriteTwo(buffer, offset + 3, second / 60 % 60);
        buffer[offset + 5] = (byte)':';
        WriteTwo(buffer, offset + 6, second % 60);
        return 8;
    }

    /// <summary>Writes <c>yyyyMMddHHmmss</c>, as the identifiers of ANAF's messages have it.</summary>
    /// <returns>Bytes written: 14.</returns>
    public static int WriteStamp(byte[] buffer, int offset, long seconds)
    {
        Split(seconds, out int year, out int month, out int day);
        int second = (int)(seconds % SecondsPerDay);
        DecimalText.WritePadded(buffer, offset, year, 4);
        WriteTwo(buffer, offset + 4, month);
        WriteTwo(buffer, offset + 6, day);
        WriteTwo(buffer, offset + 8, second / 3600);
        WriteTwo(buffer, offset + 10, second / 60 % 60);
        WriteTwo(buffer, offset + 12, second % 60);
        return 14;
    }

    /// <summary>
    /// Whether Romania has summer time: from the last Sunday of March 03:00 to the last Sunday of October 04:00. The hour
    /// that comes twice in October, 03:00 to 04:00, counts as summer time both times; civil time cannot tell.
    /// </summary>
    public static bool IsSummerTime(long seconds)
    {
        Split(seconds, out int year, out int month, out int day);
        if (month < 3 || month > 10) return false;
        if (month > 3 && month < 10) return true;
        int lastSunday = LastSunday(seconds, day);
        if (day != lastSunday) return day > lastSunday == (month == 3);
        long second = seconds % SecondsPerDay;
        return month == 3 ? second >= 3 * 3600 : second < 4 * 3600;
    }

    /// <summary>Reads <c>DD-MM-YY hh:mm:ss</c>, with or without <c> DST</c> after it, which adds nothing to civil time.</summary>
    /// <returns>False when it is written otherwise or there is no such day or time; the years are 2000 to 2099.</returns>
    public static bool TryParseHost(byte[] text, int offset, int count, out long seconds)
    {
        seconds = 0;
        if (count != 17 && (count != 21 || !EndsInSummerTime(text, offset + 17))) return false;
        if (text[offset + 8] != ' ') return false;
        if (!TryThree(text, offset, '-', out int day, out int month, out int year)) return false;
        if (!TryThree(text, offset + 9, ':', out int hour, out int minute, out int second)) return false;
        return TryMoment(2000 + year, month, day, hour, minute, second, out seconds);
    }

    /// <summary>Reads <c>yyyyMMddHHmmss</c>; the years are 2000 to 2099.</summary>
    /// <returns>False when it is written otherwise or there is no such day or time.</returns>
    public static bool TryParseStamp(byte[] text, int offset, int count, out long seconds)
    {
        seconds = 0;
        if (count != 14 || Two(text, offset) != 20) return false;
        return TryMoment(2000 + Two(text, offset + 2), Two(text, offset + 4), Two(text, offset + 6),
            Two(text, offset + 8), Two(text, offset + 10), Two(text, offset + 12), out seconds);
    }

    /// <summary>Reads <c>dd.MM.yyyy</c>, as ANAF's configuration has it; the years are 2000 to 2099.</summary>
    /// <returns>False when it is written otherwise or there is no such day.</returns>
    public static bool TryParseDate(byte[] text, int offset, out long seconds)
    {
        seconds = 0;
        if (text[offset + 2] != '.' || text[offset + 5] != '.' || Two(text, offset + 6) != 20) return false;
        return TryMoment(2000 + Two(text, offset + 8), Two(text, offset + 3), Two(text, offset), 0, 0, 0, out seconds);
    }

    /// <summary>Year, month and day of a time, with the year counted from March so that the leap day ends it.</summary>
    private static void Split(long seconds, out int year, out int month, out int day)
    {
        if (seconds < 0 || seconds > Max) throw new ArgumentOutOfRangeException("seconds");
        // Days since 1600-03-01, which begins a cycle of 400 years of 146,097 days.
        int days = (int)(seconds / SecondsPerDay) + 146097 - 60;
        int century = (4 * days + 3) / 146097;
        days -= 146097 * century / 4;
        int marchYear = (4 * days + 3) / 1461;
        days -= 1461 * marchYear / 4;
        int marchMonth = (5 * days + 2) / 153;
        day = days - (153 * marchMonth + 2) / 5 + 1;
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        year = 1600 + 100 * century + marchYear + (month <= 2 ? 1 : 0);
    }

    /// <summary>Day of the last Sunday of a month of 31 days, from any of its days.</summary>
    private static int LastSunday(long seconds, int day)
    {
        // 2000-01-01 was a Saturday.
        int weekday = (int)((seconds / SecondsPerDay + 6 + 31 - day) % 7);
        return 31 - weekday;
    }

    private static bool TryMoment(int year, int month, int day, int hour, int minute, int second, out long seconds)
    {
        seconds = 0;
        if (year < 2000 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
        if (month < 1 || month > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        seconds = FromDateTime(new DateTime(year, month, day, hour, minute, second));
        return true;
    }

    private static bool EndsInSummerTime(byte[] text, int offset) =>
        text[offset] == ' ' && text[offset + 1] == 'D' && text[offset + 2] == 'S' && text[offset + 3] == 'T';

    private static bool TryThree(byte[] text, int offset, char between, out int first, out int second, out int third)
    {
        first = Two(text, offset);
        second = Two(text, offset + 3);
        third = Two(text, offset + 6);
        return text[offset + 2] == between && text[offset + 5] == between && first >= 0 && second >= 0 && third >= 0;
    }

    /// <summary>Value of two digits, -1 when they are not.</summary>
    private static int Two(byte[] text, int offset)
    {
        int tens = text[offset] - '0';
        int units = text[offset + 1] - '0';
        return tens < 0 || tens > 9 || units < 0 || units > 9 ? -1 : tens * 10 + units;
    }

    private static void WriteDayMonth(byte[] buffer, int offset, int day, int month)
    {
        WriteTwo(buffer, offset, day);
        buffer[offset + 2] = (byte)'-';
        WriteTwo(buffer, offset + 3, month);
        buffer[offset + 5] = (byte)'-';
    }

    private static void WriteTwo(byte[] buffer, int offset, int value)
    {
        buffer[offset] = (byte)('0' + value / 10);
        buffer[offset + 1] = (byte)('0' + value % 10);
    }
}
