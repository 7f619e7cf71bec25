namespace Nf.Firmware.Reports;

/// <summary>The part of the fiscal memory that a report is about.</summary>
internal sealed class ReportPeriod
{
    /// <summary>The period was asked for by dates, not by numbers of Z reports.</summary>
    internal bool IsByDate { get; set; }

    /// <summary>First second of the first day, seconds since 2000; by dates only.</summary>
    internal long From { get; set; }

    /// <summary>Last second of the last day, seconds since 2000; by dates only.</summary>
    internal long To { get; set; }

    /// <summary>The slot of the first record.</summary>
    internal int FirstSlot { get; set; }

    /// <summary>The slot after the last record.</summary>
    internal int EndSlot { get; set; }

    /// <summary>Number of the first Z report in it.</summary>
    internal int FirstZ { get; set; }

    /// <summary>Number of the last Z report in it; less than <see cref="FirstZ"/> when there is none.</summary>
    internal int LastZ { get; set; }

    /// <summary>Z reports in it.</summary>
    internal int Closures => LastZ - FirstZ + 1;
}
