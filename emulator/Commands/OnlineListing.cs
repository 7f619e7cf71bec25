using System.Globalization;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Emulator.Commands;

/// <summary>The records of the online module, in words.</summary>
internal static class OnlineListing
{
    /// <summary>What the record read last says, name by name; nothing for a kind of another part.</summary>
    internal static Dictionary<string, string> Facts(FiscalMemoryLog log) => log.Kind switch
    {
        RecordKind.AnafCertificate or RecordKind.OwnCertificate => Certificate(log),
        RecordKind.Configuration => Configuration(log),
        RecordKind.Unblocking => Unblocking(log),
        _ => [],
    };

    private static Dictionary<string, string> Certificate(FiscalMemoryLog log)
    {
        var certificate = new CertificateRecord();
        certificate.Load(log.Payload);
        return new()
        {
            ["source"] = certificate.Source.ToString(),
            ["place"] = certificate.Place.ToString(CultureInfo.InvariantCulture),
            ["subject"] = Latin16.ToText(certificate.Name, 0, certificate.NameLength),
            ["valid from"] = Moment(certificate.NotBefore) + " UTC",
            ["valid to"] = Moment(certificate.NotAfter) + " UTC",
            ["SHA-256"] = Convert.ToHexString(certificate.Fingerprint),
        };
    }

    private static Dictionary<string, string> Configuration(FiscalMemoryLog log)
    {
        var configuration = new OnlineConfiguration();
        var source = ConfigurationRecord.Load(log.Payload, configuration);
        var facts = new Dictionary<string, string>
        {
            ["source"] = source.ToString(),
            ["made"] = Moment(configuration.Moment),
            ["profile"] = configuration.ProfileAt(log.Time).ToString(CultureInfo.InvariantCulture),
            ["blocks after"] = string.Create(CultureInfo.InvariantCulture, $"{configuration.BlockingDays} days"),
            ["tries again"] = string.Create(CultureInfo.InvariantCulture, $"{configuration.RetryMinutes} minutes"),
            ["sends"] = configuration.SendMode == OnlineConfiguration.AfterReport
                ? "after the Z"
                : string.Create(CultureInfo.InvariantCulture, $"every {configuration.SendMinutes} minutes"),
        };
        if (configuration.ChangesAt > log.Time) facts["then"] = string.Create(CultureInfo.InvariantCulture, $"profile {configuration.NextProfile} from {Moment(configuration.ChangesAt)}");
        for (var type = 1; type <= OnlineConfiguration.AddressTypes; type++)
            if (configuration.Url(type).Length > 0) facts[$"address {type}"] = configuration.Url(type);
        return facts;
    }

    private static Dictionary<string, string> Unblocking(FiscalMemoryLog log)
    {
        var source = UnblockingRecord.Load(log.Payload, out var lastZ, out var message);
        return new() { ["source"] = source.ToString(), ["filed up to Z"] = lastZ.ToString("0000", CultureInfo.InvariantCulture), ["message"] = Moment(message) };
    }

    private static string Moment(long seconds) => CivilTime.ToDateTime(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
