using Nf.Firmware.Identity;

namespace Nf.Firmware.Messages;

/// <summary>The register's message (mReg): which days a set of files for the offline way has (OPANAF 146/2018, annex 2, II.12).</summary>
public sealed class RegisterMessage : ShortMessage
{
    private const string Namespace = "mfp:anaf:dgti:a4200:declaratie:v1";

    private int _year;
    private int _month;
    private int _first;
    private int _last;

    public RegisterMessage(RegisterIdentity identity) : base(identity)
    {
    }

    /// <summary>Says what it is about.</summary>
    /// <param name="moment">When the message is made, seconds since 2000: it is in its identifier.</param>
    /// <param name="year">The period's year.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="first">Number of the first Z.</param>
    /// <param name="last">Number of the last Z.</param>
    public void Of(long moment, int year, int month, int first, int last)
    {
        _year = year;
        _month = month;
        _first = first;
        _last = last;
        BeginOf(moment);
    }

    internal override void Write(XmlWriter xml)
    {
        xml.Open("mReg");
        xml.Text("idM", Id, 0, Id.Length);
        xml.Number("an", _year);
        xml.Number("luna", _month);
        string code = Identity.Fiscal.FiscalCode;
        xml.Plain("cif", code, FiscalCode.Start(code));
        xml.Number("nrRapI", _first);
        xml.Number("nrRapF", _last);
        xml.Plain("tip_amef", RegisterTypes.Letter(Identity.Fiscal.Type));
        xml.Plain("xmlns", Namespace);
    }
}
