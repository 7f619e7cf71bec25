namespace Nf.Emulator.Anaf.Authority;

/// <summary>The way back to profile 0, <c>mReset</c> (OPANAF 146/2018, annex 2, II.11).</summary>
/// <param name="Moment">When it was made; the document's idM.</param>
/// <param name="Until">The last day in profile 0.</param>
public sealed record AnafReset(DateTime Moment, DateOnly Until)
{
    /// <summary>The document as UTF-8.</summary>
    public byte[] ToXml() => AnafXml.Write(xml =>
    {
        xml.WriteStartElement("mReset");
        xml.WriteAttributeString("idM", AnafTime.Moment(Moment));
        xml.WriteAttributeString("tipP", "0");
        xml.WriteAttributeString("dataP", AnafTime.Day(Until));
        xml.WriteEndElement();
    });
}
