namespace System;

public enum DayOfWeek
{
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

public struct DateTime
{
    public DateTime(long ticks) => throw null;
    public DateTime(int year, int month, int day, int hour, int minute, int second) => throw null;
    public int Year => throw null;
    public int Month => throw null;
    public int Day => throw null;
    public int Hour => throw null;
    public int Minute => throw null;
    public int Second => throw null;
    public long Ticks => throw null;
    public DayOfWeek DayOfWeek => throw null;
    public static int DaysInMonth(int year, int month) => throw null;
}
