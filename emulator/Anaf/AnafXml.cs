using System.Text;
using System.Xml;

namespace Nf.Emulator.Anaf;

/// <summary>Writes the small documents of the server's side.</summary>
internal static class AnafXml
{
    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>A document of one element, as UTF-8 without a byte order mark.</summary>
    internal static byte[] Write(Action<XmlWriter> element)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, s_settings)) element(xml);
        return stream.ToArray();
    }
}
