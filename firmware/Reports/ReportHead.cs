using Nf.Firmware.Documents;
using Nf.Firmware.Identity;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>The lines that every report of the reporting mode begins and ends with.</summary>
/// <remarks>Under the header stand the start of operation and the period, as the norms' art. 33 C c) and d) ask.</remarks>
internal sealed class ReportHead
{
    private const int MinuteEnd = 5;

    private readonly RegisterIdentity _identity;
    private readonly PeriodFinder _finder;
    private readonly byte[] _time = new byte[8];

    internal ReportHead(RegisterIdentity identity, PeriodFinder finder)
    {
        _identity = identity;
        _finder = finder;
    }

    /// <summary>Header, start of operation, period if there is one, title, identity, moment.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="title">What the report is, at most 32 characters.</param>
    /// <param name="period">What it is about; null for everything.</param>
    /// <param name="now">Moment of the report, seconds since 2000; 0 for none.</param>
    internal void Write(DocumentWriter writer, string title, ReportPeriod period, long now)
    {
        var line = writer.Line;
        writer.Header(_identity.Header, _identity.Fiscal);
        StartOfOperation(writer);
        if (period != null) Period(writer, period);
        writer.Separator();
        writer.Centred(title, LineStyle.Bold);
        writer.Text("SERIA FISCALĂ: " + _identity.Fiscal.Series);
        if (now != 0)
        {
            line.Clear();
            line.Add("DATA: ");
            line.AddDate(now);
            line.Add(" ORA: ");
            line.AddTime(now);
            writer.Put();
        }

        writer.Separator();
    }

    /// <summary>«BON NEFISCAL», centred, and the cut.</summary>
    internal void End(DocumentWriter writer)
    {
        writer.Centred("BON NEFISCAL", LineStyle.Bold);
        writer.Cut();
    }

    // Hour and minute are what the norms ask for, and what 32 columns have room for.
    private void StartOfOperation(DocumentWriter writer)
    {
        CivilTime.WriteTime(_time, 0, _identity.FiscalisedAt);
        writer.Line.Clear();
        writer.Line.Add("AMEF FISCALIZAT ");
        writer.Line.AddDate(_identity.FiscalisedAt);
        writer.Line.Add((byte)' ');
        writer.Line.Add(_time, 0, MinuteEnd);
        writer.Put();
    }

    private void Period(DocumentWriter writer, ReportPeriod period)
    {
        if (period.IsByDate)
        {
            var line = writer.Line;
            line.Clear();
            line.Add("PERIOADA ");
            line.AddDate(period.From);
            line.Add("/");
            line.AddDate(period.To);
            writer.Put();
        }

        if (period.Closures < 1) return;
        Closure(writer, "DE LA RAP.Z: ", period.FirstZ);
        Closure(writer, "LA RAP.Z: ", period.LastZ);
    }

    private void Closure(DocumentWriter writer, string name, int number)
    {
        long moment = _finder.MomentOf(number);
        var line = writer.Line;
        line.Clear();
        line.Add(name);
        line.AddPadded(number, 4);
        line.Add("/");
        if (moment != 0) line.AddDate(moment);
        else line.Add("ZI DESCHISĂ");
        writer.Put();
    }
}
