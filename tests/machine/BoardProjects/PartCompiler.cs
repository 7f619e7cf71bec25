using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>Compiles the parts one after the other, each against the contract and the parts below it alone.</summary>
internal static class PartCompiler
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp10);
    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true);

    /// <summary>The compiler's errors, a line each, and the assemblies of the parts that had none, by name.</summary>
    public static (string[] Errors, Dictionary<string, ModuleDefinition> Modules) Result => s_result.Value;

    private static readonly List<MetadataReference> s_below = [];
    private static readonly Lazy<(string[], Dictionary<string, ModuleDefinition>)> s_result = new(Compile);

    private static (string[] Errors, Dictionary<string, ModuleDefinition> Modules) Compile()
    {
        var below = s_below;
        below.Add(Contract("mscorlib"));
        List<string> errors = [];
        Dictionary<string, ModuleDefinition> modules = [];
        foreach (var part in BoardPart.All)
        {
            var stream = new MemoryStream();
            var found = Emit(part.Name, part.OwnFiles.Concat(part.Files), Language, below, stream);
            errors.AddRange(found);
            if (found.Length > 0) break;
            below.Add(MetadataReference.CreateFromImage(stream.ToArray()));
            stream.Position = 0;
            modules.Add(part.Name, ModuleDefinition.ReadModule(stream));
        }

        return ([.. errors], modules);
    }

    /// <summary>The compiler's errors in a program over all parts, of which it sees what is public.</summary>
    /// <param name="name">Of the program's assembly.</param>
    /// <param name="files">Its sources.</param>
    /// <param name="libraries">Names of the runtime's libraries that it uses.</param>
    public static string[] ErrorsAbove(string name, IEnumerable<string> files, params string[] libraries)
    {
        if (Result.Errors.Length > 0) return Result.Errors;
        var below = s_below.Concat(libraries.Select(Contract));
        return Emit(name, files, Language.WithPreprocessorSymbols("NANOFRAMEWORK_1_0"), below, new MemoryStream());
    }

    private static string[] Emit(string name, IEnumerable<string> files, CSharpParseOptions language, IEnumerable<MetadataReference> below, Stream stream) =>
    [
        .. from found in CSharpCompilation.Create(name, files.Select(file => Parse(file, language)), below, Options).Emit(stream).Diagnostics
           where found.Severity == DiagnosticSeverity.Error
           select $"{name}: {found}",
    ];

    private static MetadataReference Contract(string library) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "inspected", library + ".dll"));

    private static SyntaxTree Parse(string file, CSharpParseOptions language)
    {
        var path = Path.Combine(Repository.Root, file);
        return CSharpSyntaxTree.ParseText(File.ReadAllText(path), language, Path.GetRelativePath(Repository.Root, path));
    }
}
