using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Online;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Tells on paper what a connection test found on each way out, for the technician's papers.</summary>
internal sealed class ConnectionReport
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;

    internal ConnectionReport(DocumentWriter writer, Spool spool, RegisterIdentity identity)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
    }

    /// <summary>Lays out a test that is over.</summary>
    internal void LayOut(ConnectionTest test, long now)
    {
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _writer.Centred("TEST DE CONEXIUNE ANAF", LineStyle.Tall);
        _writer.LayOutMoment(now);
        _writer.Put();
        _writer.Pair("SERIA FISCALĂ", _identity.Fiscal.Series);
        _writer.Pair("SERVER", Server(test));
        for (int i = 0; i < test.Count; i++) Attempt(test.Attempt(i));
        _writer.Separator();
        Verdict(test.Error);
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }

    private static string Server(ConnectionTest test) => test.Port == 0 ? "-" : test.Server + ":" + test.Port.ToString();

    private void Attempt(ConnectionAttempt attempt)
    {
        _writer.Separator();
        _writer.Pair("CALE", WayNames.Of(attempt.Kind));
        if (attempt.Network.Length > 0) _writer.Pair("REȚEA", attempt.Network);
        if (attempt.Signal != 0) _writer.Pair("SEMNAL", attempt.Signal.ToString() + " dBm");
        if (attempt.Address.Length > 0) _writer.Pair("ADRESA APARATULUI", attempt.Address);
        if (attempt.Protocol.Length > 0) _writer.Pair("CANAL SECURIZAT", attempt.Protocol);
        if (attempt.Status != 0) _writer.Number("RĂSPUNS SERVER", attempt.Status);
        if (attempt.Status != 0) _writer.Pair("DURATA", attempt.Duration.ToString() + " ms");
        if (attempt.Error == FiscalError.None) _writer.Text("REZULTAT: BINE");
        else _writer.Text("REZULTAT: " + FiscalErrors.Cause(attempt.Error));
    }

    private void Verdict(FiscalError error)
    {
        if (error == FiscalError.None)
        {
            _writer.Centred("CONEXIUNE REUȘITĂ", LineStyle.Bold);
            return;
        }

        _writer.Centred("CONEXIUNE NEREUȘITĂ", LineStyle.Bold);
        _writer.Number("COD EROARE", (int)error);
        ErrorLines.Write(_writer, error);
    }
}
