using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Firmware.Online;

/// <summary>Reads mP, mReset and raspuns out of any bytes whatever (OPANAF 146/2018, annex 2, II.10 and II.11).</summary>
/// <remarks>
/// Each value is held to the order's type, length and range; attributes that the order does not know are passed over,
/// elements that it does not know are refused.
/// <code>FiscalError error = parser.Parse(bytes, 0, count); if (error == FiscalError.None) Use(parser.Message);</code>
/// </remarks>
public sealed class ConfigurationParser
{
    /// <summary>Digits of an idM with series, moment and Z number (II.9, 3.3).</summary>
    private const int LongId = 28;

    private const int ShortId = 24;
    private const int MomentLength = 14;
    private const int SeriesLength = 10;
    private const int DateLength = 10;
    private const int MaxUrl = 50;
    private const int MaxCertificate = 4000;
    private const int MaxCode = 9999;
    private const int MaxText = 200;

    private readonly XmlScanner _scanner = new XmlScanner();
    private readonly byte[] _value = new byte[4 * MaxText];
    private byte[] _bytes;
    private FiscalError _error;

    /// <summary>What was read; of use when <see cref="Parse"/> returned None.</summary>
    public ConfigurationMessage Message { get; } = new ConfigurationMessage();

    /// <summary>Reads one document.</summary>
    /// <returns>None, or what is wrong: its form, a value, or something that is missing.</returns>
    public FiscalError Parse(byte[] bytes, int offset, int count)
    {
        Message.Clear();
        _bytes = bytes;
        _error = FiscalError.None;
        _scanner.Begin(bytes, offset, count);
        if (_scanner.Next() != XmlToken.Start) return FiscalError.ConfigurationForm;
        if (_scanner.Is("raspuns")) Answer();
        else if (_scanner.Is("mP")) Profile(MessageKind.Profile);
        else if (_scanner.Is("mReset")) Reset();
        else Fail(FiscalError.ConfigurationForm);
        if (_error == FiscalError.None && _scanner.Next() != XmlToken.Finished) _error = FiscalError.ConfigurationForm;
        return _error;
    }

    private void Answer()
    {
        Message.Kind = MessageKind.Answer;
        Message.AnsweredId = Digits("idM", ShortId, LongId, true);
        Message.Code = Number("cod", 0, MaxCode, true);
        Message.Text = Ascii("text");
        XmlToken token = _scanner.Next();
        if (token == XmlToken.Start && _scanner.Is("mP"))
        {
            Profile(MessageKind.Answer);
            token = _error == FiscalError.None ? _scanner.Next() : XmlToken.End;
        }

        if (token != XmlToken.End) Fail(FiscalError.ConfigurationForm);
    }

    private void Profile(MessageKind kind)
    {
        Message.Kind = kind;
        Message.HasProfile = true;
        string id = Digits("idM", ShortId, ShortId, true);
        if (_error != FiscalError.None) return;
        Message.Series = id.Length == 0 ? "" : Latin16.ToText(_value, 0, SeriesLength);
        Moment(SeriesLength);
        Message.Profile = Number("tipP", 0, 1, true);
        Message.Date = Date("data", false);
        Message.GoToService = Number("afisM", 1, 1, false) == 1;
        Message.SendMode = Number("rapZ", 1, 2, false);
        Message.BlockingDays = Number("nrZ", 1, 9999, false);
        Message.RetryMinutes = Number("nrM", 1, 999999, false);
        Message.SendMinutes = Number("nrT", 1, 999999, false);
        Message.RenewsCertificate = Number("certA", 1, 1, false) == 1;
        Code();
        Certificate();
        while (_error == FiscalError.None)
        {
            XmlToken token = _scanner.Next();
            if (token == XmlToken.End) return;
            if (token != XmlToken.Start || !_scanner.Is("url")) Fail(FiscalError.ConfigurationForm);
            else Url();
        }
    }

    private void Reset()
    {
        Message.Kind = MessageKind.Reset;
        Digits("idM", MomentLength, MomentLength, true);
        if (_error != FiscalError.None) return;
        Moment(0);
        Message.Profile = Number("tipP", 0, 0, true);
        Message.Date = Date("dataP", true);
        if (_scanner.Next() != XmlToken.End) Fail(FiscalError.ConfigurationForm);
    }

    // Addresses are for profile 1 alone, and one of each category.
    private void Url()
    {
        int type = Number("tip", 1, OnlineConfiguration.AddressTypes, true);
        int length = Read("url", MaxUrl, true);
        if (_error == FiscalError.None && (length == 0 || Message.Profile == 0 || Message.Urls[type - 1] != null)) Fail(FiscalError.ConfigurationValue);
        if (_error != FiscalError.None) return;
        Message.Urls[type - 1] = Latin16.ToText(_value, 0, length);
        if (_scanner.Next() != XmlToken.End) Fail(FiscalError.ConfigurationForm);
    }

    private void Code()
    {
        int found = _scanner.Find("codD");
        if (found < 0) return;
        Message.Unblocks = true;
        int length = XmlText.Decode(_bytes, _scanner.ValueStart(found), _scanner.ValueLength(found), _value, LongId);
        if (length > 0) Message.UnblockCode = Latin16.ToText(_value, 0, length);
    }

    // Its base64 stays where it is until it is wanted: four kilobytes are not kept twice.
    private void Certificate()
    {
        int found = _scanner.Find("certANAF");
        if (found < 0) return;
        Message.CertificateStart = _scanner.ValueStart(found);
        Message.CertificateLength = _scanner.ValueLength(found);
        // Line ends may be written as entities of some characters each.
        if (Message.CertificateLength == 0 || Message.CertificateLength > 2 * MaxCertificate) Fail(FiscalError.ConfigurationValue);
    }

    private void Moment(int start)
    {
        if (_error != FiscalError.None) return;
        if (CivilTime.TryParseStamp(_value, start, MomentLength, out long moment)) Message.Moment = moment;
        else Fail(FiscalError.ConfigurationValue);
    }

    private string Digits(string name, int least, int most, bool isNeeded)
    {
        int length = Read(name, most, isNeeded);
        if (length < 0) return "";
        for (int i = 0; i < length; i++)
            if (_value[i] < '0' || _value[i] > '9') length = 0;
        // Nothing between the two lengths is an identifier.
        if (length != least && length != most) return Fail(FiscalError.ConfigurationValue);
        return Latin16.ToText(_value, 0, length);
    }

    private int Number(string name, int least, int most, bool isNeeded)
    {
        int length = Read(name, 6, isNeeded);
        if (length < 0) return ConfigurationMessage.Absent;
        int value = length == 0 ? -1 : 0;
        for (int i = 0; i < length && value >= 0; i++)
            value = _value[i] >= '0' && _value[i] <= '9' ? value * 10 + _value[i] - '0' : -1;
        if (value < least || value > most) Fail(FiscalError.ConfigurationValue);
        return value;
    }

    // dd.MM.yyyy, as the order writes it.
    private long Date(string name, bool isNeeded)
    {
        int length = Read(name, DateLength, isNeeded);
        if (length < 0) return ConfigurationMessage.Absent;
        if (length == DateLength && CivilTime.TryParseDate(_value, 0, out long date)) return date;
        Fail(FiscalError.ConfigurationValue);
        return ConfigurationMessage.Absent;
    }

    private string Ascii(string name)
    {
        int length = Read(name, _value.Length, false);
        int kept = 0;
        for (int i = 0; i < length && kept < MaxText; i++)
            if (_value[i] < 0x80) _value[kept++] = _value[i];
        return Latin16.ToText(_value, 0, kept);
    }

    // The attribute's value, decoded; -1 when it is not there, or wrong.
    private int Read(string name, int most, bool isNeeded)
    {
        if (_error != FiscalError.None) return -1;
        int found = _scanner.Find(name);
        if (found < 0)
        {
            if (isNeeded) Fail(FiscalError.ConfigurationIncomplete);
            return -1;
        }

        int length = XmlText.Decode(_bytes, _scanner.ValueStart(found), _scanner.ValueLength(found), _value, most);
        if (length < 0) Fail(FiscalError.ConfigurationValue);
        return length;
    }

    private string Fail(FiscalError error)
    {
        if (_error == FiscalError.None) _error = error;
        return "";
    }
}
