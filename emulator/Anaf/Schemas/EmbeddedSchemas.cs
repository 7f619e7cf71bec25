using System.Xml;
using System.Xml.Schema;

namespace Nf.Emulator.Anaf.Schemas;

/// <summary>The schema files inside the program; what they include is found there too, and nowhere else.</summary>
internal sealed class EmbeddedSchemas : XmlResolver
{
    private const string Prefix = "Nf.Emulator.Anaf.Schemas.";
    private const string Base = "nf-schema:///";

    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
        typeof(EmbeddedSchemas).Assembly.GetManifestResourceStream(Prefix + absoluteUri.AbsolutePath.TrimStart('/'))
        ?? throw new XmlException($"no schema {absoluteUri}");

    public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => new(new Uri(Base), relativeUri);

    /// <summary>Schemas of different namespaces, ready to validate with; safe for many threads.</summary>
    internal XmlSchemaSet Compile(params string[] names)
    {
        var schemas = new XmlSchemaSet { XmlResolver = this };
        foreach (var name in names)
        {
            using var stream = (Stream)GetEntity(new Uri(Base + name), null, null)!;
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { XmlResolver = this }, Base + name);
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
