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

    /// <summary>The virtual board as the runtime has it: a program of its own over the parts.</summary>
    public static (string[] Errors, ModuleDefinition? Module) Virtual => s_virtual.Value;

    private static readonly Lazy<(string[], ModuleDefinition?)> s_virtual =
        new(() => Above("Nf.Virtual", BoardPart.Sources("boards/virtual"), "nanoFramework.Runtime.Native"));

    /// <summary>A program over all parts, of which it sees what is public: the compiler's errors, and its assembly when there are none.</summary>
    /// <param name="name">Of the program's assembly.</param>
    /// <param name="files">Its sources.</param>
    /// <param name="libraries">Names of the runtime's libraries that it uses.</param>
    private static (string[] Errors, ModuleDefinition? Module) Above(string name, IEnumerable<string> files, params string[] libraries)
    {
        if (Result.Errors.Length > 0) return (Result.Errors, null);
        var stream = new MemoryStream();
        var errors = Emit(name, files, Language.WithPreprocessorSymbols("NANOFRAMEWORK_1_0"), s_below.Concat(libraries.Select(Contract)), stream);
        if (errors.Length > 0) return (errors, null);
        stream.Position = 0;
        return (errors, ModuleDefinition.ReadModule(stream));
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
