using System.Globalization;
using System.Text;
using Nf.Firmware.Online;
using Nf.Firmware.Text;

namespace Nf.Fuzz.Targets;

/// <summary>Writes a configuration message as XML again, each value in the plainest way that it has.</summary>
internal sealed class ConfigurationText
{
    private static readonly DateTime s_start = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private int _at;

    /// <summary>What was written; the longest certificate and some more fit.</summary>
    public byte[] Bytes { get; } = new byte[XmlScanner.MaxLength];

    /// <summary>Writes one; returns its length.</summary>
    /// <param name="message">As it was read.</param>
    /// <param name="data">What it was read from: a certificate stands there.</param>
    public int Write(ConfigurationMessage message, byte[] data)
    {
        _at = 0;
        if (message.Kind == MessageKind.Answer)
        {
            Put("<raspuns");
            Attribute("idM", message.AnsweredId);
            Number("cod", message.Code);
            Attribute("text", message.Text);
            Put(">");
        }

        if (message.Kind == MessageKind.Reset) Reset(message);
        else if (message.HasProfile) Profile(message, data);
        if (message.Kind == MessageKind.Answer) Put("</raspuns>");
        return _at;
    }

    private void Reset(ConfigurationMessage message)
    {
        Put("<mReset");
        Attribute("idM", Stamp(message.Moment));
        Number("tipP", message.Profile);
        Day("dataP", message.Date);
        Put("/>");
    }

    private void Profile(ConfigurationMessage message, byte[] data)
    {
        Put("<mP");
        Attribute("idM", message.Series + Stamp(message.Moment));
        Number("tipP", message.Profile);
        Day("data", message.Date);
        Number("afisM", message.GoToService ? 1 : ConfigurationMessage.Absent);
        Number("rapZ", message.SendMode);
        Number("nrZ", message.BlockingDays);
        Number("nrM", message.RetryMinutes);
        Number("nrT", message.SendMinutes);
        Number("certA", message.RenewsCertificate ? 1 : ConfigurationMessage.Absent);
        if (message.Unblocks) Attribute("codD", message.UnblockCode);
        if (message.CertificateLength > 0) Certificate(data.AsSpan(message.CertificateStart - 1, message.CertificateLength + 2));
        Put(">");
        for (var type = 1; type <= message.Urls.Length; type++)
        {
            if (message.Urls[type - 1] is not { } url) continue;
            Put("<url");
            Number("tip", type);
            Attribute("url", url);
            Put("/>");
        }

        Put("</mP>");
    }

    // With its quotation marks, whichever they were.
    private void Certificate(ReadOnlySpan<byte> quoted)
    {
        Put(" certANAF=");
        quoted.CopyTo(Bytes.AsSpan(_at));
        _at += quoted.Length;
    }

    private void Number(string name, int value)
    {
        if (value != ConfigurationMessage.Absent) Attribute(name, value.ToString(CultureInfo.InvariantCulture));
    }

    private void Day(string name, long value)
    {
        if (value != ConfigurationMessage.Absent) Attribute(name, s_start.AddSeconds(value).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
    }

    private static string Stamp(long value) => s_start.AddSeconds(value).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private void Attribute(string name, string value)
    {
        Put($" {name}=\"");
        foreach (var c in value)
        {
            var code = Latin16.FromUnicode(c);
            if (code is < 0x20 or (byte)'"' or (byte)'&' or (byte)'<') Put($"&#{code};");
            else Bytes[_at++] = code;
        }

        Put("\"");
    }

    private void Put(string text) => _at += Encoding.ASCII.GetBytes(text, Bytes.AsSpan(_at));
}
