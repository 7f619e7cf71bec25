using Nf.Firmware.Identity;

namespace Nf.Firmware.Messages;

/// <summary>The message without data: the register is there, and asks for its configuration (OPANAF 146/2018, annex 2, II.9).</summary>
public sealed class EmptyMessage : ShortMessage
{
    private readonly IDayElements _elements = new ShopElements();

    public EmptyMessage(RegisterIdentity identity) : base(identity)
    {
    }

    /// <summary>Says when the message is made, seconds since 2000: it is in its identifier.</summary>
    public void Of(long moment) => BeginOf(moment);

    internal override void Write(XmlWriter xml)
    {
        xml.Open("msj");
        xml.Text("idM", Id, 0, Id.Length);
        xml.Plain("xmlns", _elements.Namespace);
    }
}
