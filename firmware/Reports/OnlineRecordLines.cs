using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;

namespace Nf.Firmware.Reports;

/// <summary>What a record of the online module tells, as lines: in reports, and on the document about the step itself.</summary>
internal static class OnlineRecordLines
{
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
    internal static void Write(FiscalMemoryLog log, DocumentWriter writer)
    {
        switch (log.Kind)
        {
            case RecordKind.AnafCertificate:
            case RecordKind.OwnCertificate:
                Certificate(writer, log.Payload);
                break;
            case RecordKind.Configuration:
                Configuration(writer, log);
                break;
            case RecordKind.Unblocking:
                Unblocking(writer, log.Payload);
                break;
        }
    }

    private static void Source(DocumentWriter writer, RecordSource source) =>
        writer.Pair("SURSA", source == RecordSource.Server ? "SERVER ANAF" : "MEDIU EXTERN");

    private static void Certificate(DocumentWriter writer, ByteReader payload)
    {
        var certificate = new CertificateRecord();
        certificate.Load(payload);
        Source(writer, certificate.Source);
        writer.Line.Clear();
        writer.Line.Add("TITULAR: ");
        writer.Line.Add(certificate.Name, 0, certificate.NameLength);
        writer.Put();
        ReportLines.Date(writer, "VALABIL DIN", certificate.NotBefore);
        ReportLines.Date(writer, "VALABIL PÂNĂ LA", certificate.NotAfter);
        writer.Text("[SHA-256]");
        ReportLines.Digest(writer, certificate.Fingerprint);
    }

    private static void Configuration(DocumentWriter writer, FiscalMemoryLog log)
    {
        var configuration = new OnlineConfiguration();
        RecordSource source = ConfigurationRecord.Load(log.Payload, configuration);
        Source(writer, source);
        ReportLines.Moment(writer, "EMISĂ: ", configuration.Moment);
        writer.Number("PROFIL", configuration.ProfileAt(log.Time));
        if (configuration.ChangesAt > log.Time)
        {
            writer.Number("PROFIL URMĂTOR", configuration.NextProfile);
            ReportLines.Date(writer, "ÎN VIGOARE DIN", configuration.ChangesAt);
        }

        writer.Number("ZILE PÂNĂ LA BLOCARE", configuration.BlockingDays);
        writer.Number("REÎNCERCARE, MINUTE", configuration.RetryMinutes);
        writer.Number("TRANSMITERE, MINUTE", configuration.SendMinutes);
        writer.Pair("TRANSMITERE DUPĂ Z", configuration.SendMode == OnlineConfiguration.AfterReport ? "DA" : "NU");
        for (int type = 1; type <= OnlineConfiguration.AddressTypes; type++) Url(writer, type, configuration.Url(type));
    }

    private static void Url(DocumentWriter writer, int type, string url)
    {
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
}
