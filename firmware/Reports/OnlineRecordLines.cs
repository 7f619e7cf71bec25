using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;

namespace Nf.Firmware.Reports;

/// <summary>What a record of the online module tells, as lines: in reports, and on the document about the step itself.</summary>
internal sealed class OnlineRecordLines
{
    private readonly FiscalMemoryLog _log;
    private readonly CertificateRecord _certificate = new CertificateRecord();
    private readonly OnlineConfiguration _configuration = new OnlineConfiguration();

    internal OnlineRecordLines(FiscalMemoryLog log) => _log = log;

    /// <summary>The heading of a kind; null for a kind that is not the online module's.</summary>
    internal static string Name(RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.AnafCertificate: return "CERTIFICAT ANAF";
            case RecordKind.OwnCertificate: return "CERTIFICAT APARAT";
            case RecordKind.Configuration: return "CONFIGURARE ANAF";
            case RecordKind.Unblocking: return "DEBLOCARE ANAF";
            default: return null;
        }
    }

    /// <summary>The record that the log read last, if its kind is the online module's.</summary>
    internal void Write(DocumentWriter writer)
    {
        switch (_log.Kind)
        {
            case RecordKind.AnafCertificate:
            case RecordKind.OwnCertificate:
                Certificate(writer, _log.Payload);
                break;
            case RecordKind.Configuration:
                Configuration(writer, _log.Payload);
                break;
            case RecordKind.Unblocking:
                Unblocking(writer, _log.Payload);
                break;
        }
    }

    private static void Source(DocumentWriter writer, RecordSource source) =>
        writer.Pair("SURSA", source == RecordSource.Server ? "SERVER ANAF" : "MEDIU EXTERN");

    private void Certificate(DocumentWriter writer, ByteReader payload)
    {
        _certificate.Load(payload);
        Source(writer, _certificate.Source);
        writer.Line.Clear();
        writer.Line.Add("TITULAR: ");
        writer.Line.Add(_certificate.Name, 0, _certificate.NameLength);
        writer.Put();
        Date(writer, "VALABIL DIN", _certificate.NotBefore);
        Date(writer, "VALABIL PÂNĂ LA", _certificate.NotAfter);
        writer.Text("[SHA-256]");
        ReportLines.Digest(writer, _certificate.Fingerprint);
    }

    private void Configuration(DocumentWriter writer, ByteReader payload)
    {
        RecordSource source = ConfigurationRecord.Load(payload, _configuration);
        Source(writer, source);
        ReportLines.Moment(writer, "EMISĂ: ", _configuration.Moment);
        writer.Number("PROFIL", _configuration.ProfileAt(_log.Time));
        if (_configuration.ChangesAt > _log.Time)
        {
            writer.Number("PROFIL URMĂTOR", _configuration.NextProfile);
            Date(writer, "ÎN VIGOARE DIN", _configuration.ChangesAt);
        }

        writer.Number("ZILE PÂNĂ LA BLOCARE", _configuration.BlockingDays);
        writer.Number("REÎNCERCARE, MINUTE", _configuration.RetryMinutes);
        writer.Number("TRANSMITERE, MINUTE", _configuration.SendMinutes);
        writer.Pair("TRANSMITERE DUPĂ Z", _configuration.SendMode == OnlineConfiguration.AfterReport ? "DA" : "NU");
        for (int type = 1; type <= OnlineConfiguration.AddressTypes; type++) Url(writer, type);
    }

    private void Url(DocumentWriter writer, int type)
    {
        string url = _configuration.Url(type);
        if (url.Length == 0) return;
        writer.Line.Clear();
        writer.Line.Add("ADRESA ");
        writer.Line.AddNumber(type);
        writer.Line.Add(": ");
        writer.Line.Add(url);
        writer.Put();
    }

    private static void Unblocking(DocumentWriter writer, ByteReader payload)
    {
        RecordSource source = UnblockingRecord.Load(payload, out int lastZ, out long message);
        Source(writer, source);
        writer.Number("DATE DEPUSE PÂNĂ LA Z", lastZ);
        ReportLines.Moment(writer, "MESAJ: ", message);
    }

    private static void Date(DocumentWriter writer, string name, long moment)
    {
        writer.Line.Clear();
        writer.Line.Add(name);
        int right = writer.Line.StartRight();
        writer.Line.AddDate(moment);
        writer.Line.AlignRight(right);
        writer.Put();
    }
}
