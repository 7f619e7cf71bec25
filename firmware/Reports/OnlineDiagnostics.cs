using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>How the register stands with ANAF, as a section of the self-diagnosis.</summary>
internal sealed class OnlineDiagnostics
{
    private readonly RegisterParts _parts;
    private readonly CertificateRecord _record = new CertificateRecord();
    private DocumentWriter _writer;

    internal OnlineDiagnostics(RegisterParts parts) => _parts = parts;

    /// <summary>Profile, certificates, term, what waits, the last error, ways out; nothing on a register without the online module.</summary>
    /// <param name="now">Seconds since 2000; 0 when the clock cannot be used.</param>
    internal void Write(DocumentWriter writer, long now)
    {
        OnlineModule online = _parts.Online;
        if (online == null) return;
        _writer = writer;
        _writer.Separator();
        _writer.Text("TRANSMITERE LA ANAF");
        _writer.Number("PROFIL", online.Configuration.Current.ProfileAt(now));
        ICryptoModule module = _parts.Reporting.Signer.Module;
        _writer.Pair("MODUL CRIPTOGRAFIC", module != null && module.Present ? "OK" : "LIPSĂ");
        Certificate("CERTIFICAT ANAF", RecordKind.AnafCertificate, online.Certificates.AnafPlace, now);
        Certificate("CERTIFICAT APARAT", RecordKind.OwnCertificate, online.Certificates.OwnPlace, now);
        Days(online, now);
        LastError(online.LastError);
        Ways(online);
    }

    private void Certificate(string name, RecordKind kind, int place, long now)
    {
        bool isRecorded = _parts.Log.Count(kind) > 0 && _parts.Log.ReadLatest(kind);
        if (isRecorded) _record.Load(_parts.Log.Payload);
        long moment = _parts.Online.Certificates.Utc(now);
        if (place < 0 || !isRecorded) _writer.Pair(name, "LIPSĂ");
        else if (now != 0 && moment < _record.NotBefore) _writer.Pair(name, "NU ESTE ÎNCĂ VALABIL");
        else if (now != 0 && moment > _record.NotAfter) _writer.Pair(name, "EXPIRAT");
        else _writer.Pair(name, "OK");
        if (!isRecorded) return;
        ReportLines.Date(_writer, "VALABIL DIN", _record.NotBefore);
        ReportLines.Date(_writer, "VALABIL PÂNĂ LA", _record.NotAfter);
    }

    private void Days(OnlineModule online, long now)
    {
        Outbox outbox = _parts.Reporting.Outbox;
        int left = online.Blocking.DaysLeft(now);
        if (left != Blocking.NoTerm) _writer.Number("ZILE PÂNĂ LA BLOCARE", left);
        _writer.Number("RAPOARTE Z NETRANSMISE", online.Information.Unsent);
        if (outbox.LastConfirmedAt != 0) ReportLines.Moment(_writer, "CONFIRMARE: ", outbox.LastConfirmedAt);
        if (online.Blocking.GoToService) _writer.Text(FiscalErrors.Cause(FiscalError.ServiceAsked));
    }

    private void LastError(FiscalError error)
    {
        _writer.Number("ULTIMA EROARE", (int)error);
        if (error == FiscalError.None) return;
        ErrorLines.Write(_writer, error);
    }

    // In the order in which they are tried; of the last one that came up since the start what the network said.
    private void Ways(OnlineModule online)
    {
        NetworkPath path = online.Path;
        int count = 0;
        string order = online.Settings.Order();
        for (int i = 0; i < order.Length; i++)
        {
            INetworkLink link = path.Find(order[i]);
            if (link == null) continue;
            _writer.Pair("CALEA " + (++count).ToString(), WayNames.Of(link.Kind));
        }

        if (count == 0) _writer.Pair("CALEA", "LIPSĂ");
        if (path.LastUp == null) return;
        _writer.Pair("ULTIMA CONECTARE", WayNames.Of(path.LastUp.Kind));
        if (path.LastSignal != 0) _writer.Pair("SEMNAL", path.LastSignal.ToString() + " dBm");
    }
}
