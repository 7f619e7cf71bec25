using Nf.Firmware.Day;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Text;
using Nf.Firmware.Money;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Short documents that end with «BON NEFISCAL» (norms, art. 63 (5)).</summary>
internal sealed class NonFiscalDocument
{
    private const int RecordColumns = 20;

    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;
    private readonly TextLine _record = new TextLine(RecordColumns);
    private int _momentAt;

    internal NonFiscalDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
    }

    /// <summary>A host's own document, whose number is also in the answer to the host.</summary>
    internal void Begin(long now, long number)
    {
        Begin(now);
        _writer.Line.Clear();
        _writer.Line.Add("DOCUMENT NEFISCAL NR: ");
        _writer.Line.AddNumber(number);
        _writer.Put();
    }

    /// <summary>Ends it; it bears the moment of its end, as a receipt does.</summary>
    internal void Finish(long now)
    {
        _writer.LayOutMoment(now);
        _writer.Line.Replace(_spool, _momentAt, (int)LineStyle.Normal);
        _writer.Separator();
        End();
    }

    /// <summary>Cash put into the drawer or taken out of it outside sales.</summary>
    internal void ServiceSum(long now, long bani, long drawerAfter)
    {
        Begin(now);
        _writer.Amount(bani >= 0 ? "SUMĂ DE SERVICIU INTRODUSĂ" : "SUMĂ DE SERVICIU EXTRASĂ", bani >= 0 ? bani : -bani, LineStyle.Bold);
        _writer.Amount("NUMERAR ÎN SERTAR", drawerAfter);
        End();
    }

    /// <summary>Foreign cash put into the drawer or taken out of it, in hundredths of the currency.</summary>
    internal void ForeignServiceSum(long now, ForeignCurrency currency, long hundredths, long drawerAfter)
    {
        Begin(now);
        if (hundredths >= 0) _writer.ForeignAmount("SUMĂ DE SERVICIU INTRODUSĂ ", currency, hundredths, LineStyle.Bold);
        else _writer.ForeignAmount("SUMĂ DE SERVICIU EXTRASĂ ", currency, -hundredths, LineStyle.Bold);
        _writer.ForeignAmount("ÎN SERTAR ", currency, drawerAfter);
        End();
    }

    /// <summary>Tells that the document before was interrupted by a power cut while it was being printed.</summary>
    internal void PowerNotice(long now)
    {
        Begin(now);
        _writer.Centred("REVENIRE DUPĂ LIPSA TENSIUNII", LineStyle.Bold);
        _writer.Text("TIPĂRIREA DOCUMENTULUI DE MAI SUS A FOST ÎNTRERUPTĂ ȘI CONTINUATĂ. UN RÂND AL LUI POATE APĂREA DE DOUĂ ORI.");
        End();
    }

    /// <summary>Tells that the working memory was lost and what the journal gave back.</summary>
    /// <param name="now">Moment of the reset, seconds since 2000.</param>
    /// <param name="day">The rebuilt day.</param>
    /// <param name="hasRest">The journal ends with a document that was not issued.</param>
    internal void ResetNotice(long now, DayTotals day, bool hasRest)
    {
        Begin(now);
        _record.Clear();
        _record.Add(RecordScan.ResetLine);
        _record.AddStamp(now);
        _writer.PutRecord(_record);
        _writer.Centred("RESETARE MEMORIE DE LUCRU", LineStyle.Bold);
        _writer.Text("TOTALURILE ZILEI SUNT REFĂCUTE DIN JURNALUL ELECTRONIC.");
        _writer.Number("NUMĂR BONURI FISCALE", day.Receipts);
        _writer.Amount("VAL. TOTALĂ VÂNZĂRI", day.Total);
        _writer.Text(hasRest
            ? "DOCUMENTUL NETERMINAT DE MAI SUS NU A FOST EMIS."
            : "ULTIMUL DOCUMENT DIN JURNAL POATE FI NETIPĂRIT PÂNĂ LA CAPĂT.");
        End();
    }

    /// <summary>Tells which medium the journal goes on with.</summary>
    internal void MediumInitialised(long now, int medium)
    {
        Begin(now);
        _writer.Centred("INIȚIALIZARE JURNAL ELECTRONIC", LineStyle.Bold);
        _writer.Line.Clear();
        _writer.Line.Add("JURNAL ELECTRONIC NR: ");
        _writer.Line.AddPadded(medium, 2);
        _writer.Put();
        _writer.Text("SERIA FISCALĂ: " + _identity.Fiscal.Series);
        End();
    }

    private void Begin(long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _momentAt = _spool.Length;
        _writer.LayOutMoment(now);
        _writer.Put();
        _writer.Separator();
    }

    private void End()
    {
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }
}
