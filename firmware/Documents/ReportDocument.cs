using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>The Z report (norms, art. 64 (2) to (5)) and the X report, which shows the same sums and closes nothing.</summary>
internal sealed class ReportDocument
{
    /// <summary>Closures left are printed when there are fewer than this (norms, art. 64).</summary>
    private const int FewClosures = 60;

    private const int HexPerLine = 32;

    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly JournalRoom _room;

    internal ReportDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, WorkingState state, JournalRoom room)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
        _state = state;
        _room = room;
    }

    private TextLine Line => _writer.Line;

    /// <summary>All of a Z report that the day's hash covers.</summary>
    internal void BeginZ(long now, int closuresLeftAfter, RamResets resets)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        Number();
        Moment(now);
        Sums();
        Grand();
        Resets(resets);
        if (closuresLeftAfter < FewClosures) _writer.Number("ÎNCHIDERI ZILNICE RĂMASE", closuresLeftAfter);
        JournalLines();
        _writer.Text("SERIA APARATULUI: " + _identity.Fiscal.SerialNumber);
        _writer.Centred("RL " + _identity.Fiscal.Series, LineStyle.Logotype);
    }

    /// <summary>The hash itself, which the norms ask for on the Z and at the end of the day's file.</summary>
    internal void EndZ(byte[] digest)
    {
        Line.Clear();
        Line.Add(ClosingHash.Mark);
        _writer.PutUnhashed();
        int perLine = _writer.Columns < HexPerLine ? _writer.Columns & ~1 : HexPerLine;
        for (int i = 0; i < digest.Length;)
        {
            Line.Clear();
            for (; i < digest.Length && Line.Length < perLine; i++) AddHex(digest[i]);
            _writer.PutUnhashed();
        }

        _writer.Cut();
    }

    /// <summary>A Z report before fiscalisation: the day's sums, without what only a fiscal memory gives.</summary>
    internal void TrialZ(long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        Number();
        Moment(now);
        Sums();
        _writer.TrialMark();
        _writer.Cut();
    }

    internal void X(long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _writer.Centred("RAPORT X", LineStyle.Bold);
        Moment(now);
        Sums();
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }

    private void Number()
    {
        _writer.Centred("RAPORT FISCAL DE ÎNCHIDERE ZILNICĂ", LineStyle.Bold);
        Line.Clear();
        Line.Add("Z NR: ");
        Line.AddPadded(_state.OpenDay, 4);
        _writer.Put(LineStyle.Tall);
    }

    private void Moment(long now)
    {
        Line.Clear();
        Line.Add("DATA: ");
        Line.AddDate(now);
        Line.Add(" ORA: ");
        Line.AddTime(now);
        _writer.Put();
        _writer.Separator();
    }

    private void Sums()
    {
        DayTotals day = _state.Totals;
        _writer.Number("NUMĂR BONURI FISCALE", day.Receipts);
        _writer.Amount("VAL. TOTALĂ VÂNZĂRI", day.Total, LineStyle.Bold);
        _writer.Amount("TOTAL TVA", day.TotalVat);
        Groups(day);
        _writer.Separator();
        _writer.Number("BONURI CU COD CUMPĂRĂTOR", day.BuyerReceipts);
        _writer.Amount("  VALOARE", day.BuyerTotal);
        _writer.Amount("  TVA", day.BuyerVat);
        _writer.Separator();
        _writer.Count("REDUCERI", day.Discounts);
        _writer.Count("MAJORĂRI", day.Surcharges);
        _writer.Count("ANULĂRI ÎN BON", day.Voids);
        _writer.Count("BONURI ANULATE", day.Cancelled);
        _writer.Count("SUME SERVICIU INTRODUSE", day.ServiceIn);
        _writer.Count("SUME SERVICIU EXTRASE", day.ServiceOut);
        _writer.Separator();
        for (int i = 1; i <= PaymentNames.Highest; i++)
            if (day.Payment((PaymentKind)i) != 0) _writer.Amount(PaymentNames.Of((PaymentKind)i), day.Payment((PaymentKind)i));
        _writer.Amount("NUMERAR ÎN SERTAR", day.Drawer);
        _writer.Separator();
    }

    private void Groups(DayTotals day)
    {
        VatGroups groups = _identity.Groups;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (groups.Kind(i) == VatGroupKind.Rate)
            {
                _writer.GroupAmount("TOTAL ", groups, i, day.Gross(i));
                _writer.GroupAmount("TVA ", groups, i, day.Vat(i));
            }
        }

        long exempt = 0;
        for (int i = 0; i < VatGroups.Count; i++)
            if (groups.Kind(i) == VatGroupKind.Exempt) exempt += day.Gross(i);
        _writer.Amount("TOTAL SCUTIT TVA", exempt);
        _writer.Amount("ALTE TAXE", day.Gross(VatGroups.OtherTax));
    }

    private void Grand()
    {
        _writer.Amount("TOTAL GENERAL", _state.GrandTotal + _state.Totals.Total);
        _writer.Amount("TOTAL GENERAL TVA", _state.GrandVat + _state.Totals.TotalVat);
    }

    // How many there were since the Z before, and when (norms, art. 64 (2) d)).
    private void Resets(RamResets resets)
    {
        _writer.Number("RESETĂRI RAM", resets.CountRest());
        while (resets.Next())
        {
            Line.Clear();
            Line.Add("  ");
            Line.AddDate(resets.Time);
            Line.Add((byte)' ');
            Line.AddTime(resets.Time);
            _writer.Put();
        }
    }

    private void JournalLines()
    {
        if (_room.IsFull) _writer.Text("Jurnal electronic plin", LineStyle.Bold);
        else if (_room.IsNearlyFull) _writer.Number("LINII LIBERE ÎN JURNAL", _room.LinesLeft);
        Line.Clear();
        Line.Add("JURNAL ELECTRONIC NR: ");
        Line.AddPadded(_state.Medium, 2);
        _writer.Put();
        Line.Clear();
        Line.Add("ACTIVAT: ");
        Line.AddDate(_identity.MediumSince);
        Line.Add((byte)' ');
        Line.AddTime(_identity.MediumSince);
        _writer.Put();
    }

    private void AddHex(byte value)
    {
        Line.Add(Digit(value >> 4));
        Line.Add(Digit(value & 15));
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
