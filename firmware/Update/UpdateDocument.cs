using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Reports;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Update;

/// <summary>Tells on paper that another program is in force, or that the new one was given up, for the technician's papers.</summary>
internal sealed class UpdateDocument
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;

    internal UpdateDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
    }

    /// <summary>Lays it out.</summary>
    /// <param name="update">What was to be done.</param>
    /// <param name="isDone">The new program is in force.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal void LayOut(PendingUpdate update, bool isDone, long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _writer.Centred(isDone ? UpdateLines.Name : "ACTUALIZARE NEREUȘITĂ", LineStyle.Tall);
        _writer.LayOutMoment(now);
        _writer.Put();
        _writer.Separator();
        _writer.Pair("SERIA FISCALĂ", _identity.Fiscal.Series);
        _writer.Pair("SERIA APARATULUI", _identity.Fiscal.SerialNumber);
        if (isDone) UpdateLines.Write(_writer, update.Record);
        else Failure(update);
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }

    private void Failure(PendingUpdate update)
    {
        _writer.Pair("VERSIUNEA RESPINSĂ", update.Record.After);
        _writer.Pair("RĂMÂNE VERSIUNEA", update.Record.Before);
        if (update.Fault == FiscalError.None)
        {
            _writer.Text("CAUZA: Întreruptă înainte de confirmare");
            _writer.Text("CE FACEȚI: Repetați actualizarea");
            return;
        }

        _writer.Number("EROARE", (int)update.Fault);
        ErrorLines.Write(_writer, update.Fault);
    }
}
