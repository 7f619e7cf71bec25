using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;

namespace Nf.Firmware.Messages;

/// <summary>A message of one element, whose identifier has 24 characters: written in one piece.</summary>
public abstract class ShortMessage : IMessageSource
{
    private bool _isDone;

    /// <summary>A message of this register.</summary>
    protected ShortMessage(RegisterIdentity identity) => Identity = identity;

    /// <inheritdoc/>
    public FiscalError Error { get; private set; }

    /// <summary>The identifier (idM) of the message, digits.</summary>
    public byte[] Id { get; } = new byte[MessageIds.ShortLength];

    /// <summary>Whose message it is.</summary>
    protected RegisterIdentity Identity { get; }

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
        var xml = new XmlWriter();
        xml.Begin(sink);
        Write(xml);
        xml.EndOpen(true);
        xml.Flush();
        Error = xml.Error;
        return false;
    }

    /// <summary>Begins anew; the moment of making, seconds since 2000, is in the identifier.</summary>
    protected void BeginOf(long moment)
    {
        MessageIds.WriteShort(Id, 0, Identity.Fiscal.Series, moment);
        Begin();
    }

    /// <summary>Opens the element and writes its attributes.</summary>
    internal abstract void Write(XmlWriter xml);
}
