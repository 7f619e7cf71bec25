using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Online;
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
    private readonly DaySums _sums;

    internal ReportDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, WorkingState state, JournalRoom room)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
        _state = state;
        _room = room;
        _sums = new DaySums(writer, identity, state.Totals);
    }

    /// <summary>Null on a register without the online module.</summary>
    internal Blocking Term { get; set; }

    private DocumentLine Line => _writer.Line;

    /// <summary>All of a Z report that the day's hash covers.</summary>
    internal void BeginZ(long now, int closuresLeftAfter, RamResets resets)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        Number();
        Moment(now);
        Resets(resets);
        _sums.Receipts();
        _writer.Centred("RL " + _identity.Fiscal.Series, LineStyle.Logotype);
        _sums.Sales();
        _writer.Separator();
        JournalLines();
        _writer.Separator();
        Rest();
        _writer.Amount("TOTAL GENERAL", _state.GrandTotal + _state.Totals.Total);
        if (_identity.Fiscal.VatPayer) _writer.Amount("TOTAL GENERAL TVA", _state.GrandVat + _state.Totals.TotalVat);
        Blocking(now);
        if (closuresLeftAfter < FewClosures) _writer.Number("ÎNCHIDERI ZILNICE RĂMASE", closuresLeftAfter);
        _writer.Text("S/N: " + _identity.Fiscal.SerialNumber);
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
        _sums.Receipts();
        _sums.Sales();
        _writer.Separator();
        Rest();
        _writer.TrialMark();
        _writer.Cut();
    }

    internal void X(long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _writer.Centred("RAPORT X", LineStyle.Bold);
        Moment(now);
        _sums.Receipts();
        _sums.Sales();
        _writer.Separator();
        Rest();
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }

    // The term stands on every Z of a register that has to send (norms, annex 11, art. 8, 9).
    private void Blocking(long now)
    {
        if (Term == null) return;
        int days = Term.DaysLeft(now);
        if (days >= 0) _writer.Number("ZILE PÂNĂ LA BLOCARE", days);
        if (Term.GoToService) _writer.Text("ANAF: APARATUL NU FUNCȚIONEAZĂ ÎN PARAMETRI NORMALI. DUCEȚI APARATUL LA SERVICE.", LineStyle.Bold);
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
        _writer.LayOutMoment(now);
        _writer.Put();
        _writer.Separator();
    }

    private void Rest()
    {
        _sums.Operations();
        _writer.Separator();
        _sums.Payments();
        _writer.Separator();
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
