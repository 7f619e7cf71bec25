using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;

namespace Nf.Firmware.Messages;

/// <summary>The message without data: the register is there, and asks for its configuration (OPANAF 146/2018, annex 2, II.9).</summary>
public sealed class EmptyMessage : IMessageSource
{
    private readonly RegisterIdentity _identity;
    private readonly IDayElements _elements = new ShopElements();
    private readonly XmlWriter _xml = new XmlWriter();
    private readonly byte[] _id = new byte[MessageIds.ShortLength];
    private bool _isDone;

    public EmptyMessage(RegisterIdentity identity) => _identity = identity;

    /// <inheritdoc/>
    public FiscalError Error { get; private set; }

    /// <summary>The identifier (idM) of the message, digits.</summary>
    public byte[] Id => _id;

    /// <summary>Says when the message is made, seconds since 2000: it is in its identifier.</summary>
    public void Of(long moment)
    {
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
        _xml.Open("msj");
        _xml.Text("idM", _id, 0, _id.Length);
        _xml.Plain("xmlns", _elements.Namespace);
        _xml.EndOpen(true);
        _xml.Flush();
        Error = _xml.Error;
        return false;
    }
}
