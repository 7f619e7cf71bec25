using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Short documents that end with «BON NEFISCAL» (norms, art. 63 (5)).</summary>
internal sealed class NonFiscalDocument
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;

    internal NonFiscalDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
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
        ForeignLine(hundredths >= 0 ? "SUMĂ DE SERVICIU INTRODUSĂ " : "SUMĂ DE SERVICIU EXTRASĂ ", currency, hundredths >= 0 ? hundredths : -hundredths);
        _writer.Put(LineStyle.Bold);
        ForeignLine("ÎN SERTAR ", currency, drawerAfter);
        _writer.Put();
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

    private void ForeignLine(string name, ForeignCurrency currency, long hundredths)
    {
        _writer.Line.Clear();
        _writer.Line.Add(name);
        _writer.Line.Add(currency.Code, 0, ForeignCurrency.CodeLength);
        int right = _writer.Line.StartRight();
        _writer.Line.AddAmount(hundredths);
        _writer.Line.AlignRight(right);
    }

    private void Begin(long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
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
