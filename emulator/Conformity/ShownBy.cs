using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nf.Emulator.Conformity;

/// <summary>Which tests show which rule, as their <c>[Article("...")]</c> says; read from the built assembly without loading it.</summary>
public sealed class ShownBy
{
    private const string Article = "ArticleAttribute";
    private const string Test = "TestMethodAttribute";

    private readonly SortedDictionary<string, SortedSet<string>> _tests = new(StringComparer.Ordinal);

    /// <summary>The articles that some test names.</summary>
    public IEnumerable<string> Articles => _tests.Keys;

    /// <summary>The tests that show an article, as Class.Method, in alphabetical order.</summary>
    public IReadOnlyCollection<string> this[string article] => _tests.TryGetValue(article, out var tests) ? tests : [];

    /// <summary>Adds the tests of an assembly.</summary>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public void Add(string path)
    {
        using var file = new PEReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        if (!file.HasMetadata) throw new BadImageFormatException("it is no .NET assembly");
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MethodDefinitions) Add(metadata, metadata.GetMethodDefinition(handle));
    }

    private void Add(MetadataReader metadata, MethodDefinition method)
    {
        var attributes = method.GetCustomAttributes().Select(metadata.GetCustomAttribute).ToLookup(a => NameOf(metadata, a));
        if (!attributes.Contains(Test)) return;
        foreach (var attribute in attributes[Article])
        {
            var article = Argument(metadata, attribute);
            if (!_tests.TryGetValue(article, out var tests)) _tests[article] = tests = new SortedSet<string>(StringComparer.Ordinal);
            var type = metadata.GetTypeDefinition(method.GetDeclaringType());
            tests.Add($"{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}");
        }
    }

    private static string NameOf(MetadataReader metadata, CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MethodDefinition
        ? Name(metadata, metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType())
        : Name(metadata, metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent);

    private static string Name(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
        HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name),
        _ => "",
    };

    // ECMA-335, II.23.3: a prolog of two bytes, then the constructor's arguments; there is one, a string.
    private static string Argument(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString() ?? "";
    }
}
