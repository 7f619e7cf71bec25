using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>The server's confirmation of Z reports, or why there is none, on paper.</summary>
internal sealed class SendingReport
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterParts _parts;

    internal SendingReport(DocumentWriter writer, Spool spool, RegisterParts parts)
    {
        _writer = writer;
        _spool = spool;
        _parts = parts;
    }

    /// <summary>Lays it out.</summary>
    /// <param name="first">Number of the first Z that it tells of.</param>
    /// <param name="last">Number of the last one.</param>
    /// <param name="error">Why they could not be sent; None when they are confirmed.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal void LayOut(int first, int last, FiscalError error, long now)
    {
        bool isConfirmed = error == FiscalError.None;
        _spool.Clear();
        _writer.Header(_parts.Identity.Header, _parts.Identity.Fiscal);
        _writer.Centred(isConfirmed ? "MESAJ ANAF TRANSMIS" : "MESAJ ANAF NETRANSMIS", LineStyle.Tall);
        _writer.LayOutMoment(now);
        _writer.Put();
        _writer.Separator();
        _writer.Pair("SERIA FISCALĂ", _parts.Identity.Fiscal.Series);
        Closure(first == last ? "RAPORT Z" : "DE LA RAPORT Z", first);
        if (first != last) Closure("LA RAPORT Z", last);
        if (isConfirmed) _writer.Text("CONFIRMAT DE ANAF");
        else Reason(error, now);
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }

    private void Closure(string name, int number)
    {
        _writer.Line.Clear();
        _writer.Line.Add(name);
        int right = _writer.Line.StartRight();
        _writer.Line.AddPadded(number, 4);
        _writer.Line.AlignRight(right);
        _writer.Put();
    }

    private void Reason(FiscalError error, long now)
    {
        _writer.Number("COD EROARE", (int)error);
        ErrorLines.Write(_writer, error);
        _writer.Text("DATELE SE PĂSTREAZĂ ȘI SE RETRIMIT AUTOMAT");
        int days = _parts.Online.Blocking.DaysLeft(now);
        if (days >= 0) _writer.Number("ZILE PÂNĂ LA BLOCARE", days);
    }
}
