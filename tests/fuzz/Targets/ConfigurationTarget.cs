using System.Net;
using System.Text;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;

namespace Nf.Fuzz.Targets;

/// <summary>mP, mReset and raspuns: what was taken is in the order's bounds, and written anew it reads the same.</summary>
internal sealed class ConfigurationTarget : IFuzzTarget
{
    private readonly ConfigurationParser _parser = new();
    private readonly ConfigurationParser _again = new();
    private readonly ConfigurationText _text = new();
    private readonly AttributeBase64 _base64 = new();

    public string Name => "configuration";

    public void Run(byte[] data)
    {
        if (_parser.Parse(data, 0, data.Length) != FiscalError.None) return;
        Check(_parser.Message, data);
        if (_parser.Message.CertificateLength > 0) Decode(_parser.Message, [.. data]);
        var length = _text.Write(_parser.Message, data);
        FuzzTargets.Check(_again.Parse(_text.Bytes, 0, length) == FiscalError.None, "what was read can be read again");
        Same(_parser.Message, data, _again.Message, _text.Bytes);
    }

    /// <summary>What was taken keeps to the bounds that its doc comments give.</summary>
    internal static void Check(ConfigurationMessage message, byte[] data)
    {
        FuzzTargets.Check(message.HasProfile ? message.Series.Length == 10 : message.Series.Length == 0, "a series of ten digits");
        FuzzTargets.Check(message.Profile is 0 or 1 && message.Moment >= 0 && message.Date >= ConfigurationMessage.Absent, "profile and days");
        FuzzTargets.Check(message.SendMode is ConfigurationMessage.Absent or 1 or 2 && IsIn(message.BlockingDays, 9999), "mode and days");
        FuzzTargets.Check(IsIn(message.RetryMinutes, 999_999) && IsIn(message.SendMinutes, 999_999), "intervals");
        FuzzTargets.Check(message.UnblockCode.Length <= 28 && message.Text.Length <= 200, "texts that are not too long");
        FuzzTargets.Check(message.CertificateLength >= 0 && message.CertificateStart <= data.Length - message.CertificateLength, "a certificate inside the bytes");
        FuzzTargets.Check(message.Kind != MessageKind.Answer || message.AnsweredId.Length is 24 or 28 && message.Code is >= 0 and <= 9999, "an answer says to what");
        foreach (var url in message.Urls) FuzzTargets.Check(url == null || (url.Length is > 0 and <= 50 && message.Profile == 1), "an address, in profile 1");
    }

    // What is taken as base64, .NET takes too, with the same bytes; they are written over the text.
    private void Decode(ConfigurationMessage message, byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(Certificate(message, bytes));
        _base64.Begin(bytes, message.CertificateStart, message.CertificateLength);
        FiscalError error;
        do error = _base64.Step(); while (error == FiscalError.Busy);
        if (error != FiscalError.None) return;
        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        FuzzTargets.Check(Convert.FromBase64String(decoded).AsSpan().SequenceEqual(bytes.AsSpan(0, _base64.Count)), "the same base64");
    }

    private static bool IsIn(int value, int most) => value == ConfigurationMessage.Absent || value >= 1 && value <= most;

    private static void Same(ConfigurationMessage a, byte[] aBytes, ConfigurationMessage b, byte[] bBytes)
    {
        FuzzTargets.Check(a.Kind == b.Kind && a.HasProfile == b.HasProfile && a.Series == b.Series && a.Moment == b.Moment, "the same identity");
        FuzzTargets.Check(a.Profile == b.Profile && a.Date == b.Date && a.GoToService == b.GoToService && a.SendMode == b.SendMode, "the same profile");
        FuzzTargets.Check(a.BlockingDays == b.BlockingDays && a.RetryMinutes == b.RetryMinutes && a.SendMinutes == b.SendMinutes, "the same intervals");
        FuzzTargets.Check(a.Unblocks == b.Unblocks && a.UnblockCode == b.UnblockCode && a.RenewsCertificate == b.RenewsCertificate, "the same orders");
        FuzzTargets.Check(a.AnsweredId == b.AnsweredId && a.Code == b.Code && a.Text == b.Text && a.Urls.SequenceEqual(b.Urls), "the same answer and addresses");
        FuzzTargets.Check(Certificate(a, aBytes).SequenceEqual(Certificate(b, bBytes)), "the same certificate");
    }

    private static ReadOnlySpan<byte> Certificate(ConfigurationMessage message, byte[] bytes) => bytes.AsSpan(message.CertificateStart, message.CertificateLength);
}
