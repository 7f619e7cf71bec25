using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;

namespace Nf.Firmware.Messages;

/// <summary>The register's message (mReg): which days a set of files for the offline way has (OPANAF 146/2018, annex 2, II.12).</summary>
public sealed class RegisterMessage : IMessageSource
{
    private const string Namespace = "mfp:anaf:dgti:a4200:declaratie:v1";

    private readonly RegisterIdentity _identity;
    private readonly XmlWriter _xml = new XmlWriter();
    private readonly byte[] _id = new byte[MessageIds.ShortLength];
    private int _year;
    private int _month;
    private int _first;
    private int _last;
    private bool _isDone;

    public RegisterMessage(RegisterIdentity identity) => _identity = identity;

    /// <inheritdoc/>
    public FiscalError Error { get; private set; }

    /// <summary>The identifier (idM) of the message, digits.</summary>
    public byte[] Id => _id;

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
        MessageIds.WriteShort(_id, 0, _identity.Fiscal.Series, moment);
        Begin();
    }

    /// <inheritdoc/>
    public void Begin()
    {
        _isDone = false;
        Error = FiscalError.None;
    }

    /// <inheritdoc/>
    public bool Next(IByteSink sink)
    {
        if (_isDone) return false;
        _isDone = true;
        _xml.Begin(sink);
        _xml.Open("mReg");
        _xml.Text("idM", _id, 0, _id.Length);
        _xml.Number("an", _year);
        _xml.Number("luna", _month);
        string code = _identity.Fiscal.FiscalCode;
        _xml.Plain("cif", code, FiscalCode.Start(code));
        _xml.Number("nrRapI", _first);
        _xml.Number("nrRapF", _last);
        _xml.Plain("tip_amef", RegisterTypes.Letter(_identity.Fiscal.Type));
        _xml.Plain("xmlns", Namespace);
        _xml.EndOpen(true);
        _xml.Flush();
        Error = _xml.Error;
        return false;
    }
}
