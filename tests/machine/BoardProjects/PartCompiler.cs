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

    private static readonly Lazy<(string[], Dictionary<string, ModuleDefinition>)> s_result = new(Compile);

    private static (string[] Errors, Dictionary<string, ModuleDefinition> Modules) Compile()
    {
        List<MetadataReference> below = [MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "inspected", "mscorlib.dll"))];
        List<string> errors = [];
        Dictionary<string, ModuleDefinition> modules = [];
        foreach (var part in BoardPart.All)
        {
            var stream = new MemoryStream();
            var result = CSharpCompilation.Create(part.Name, part.OwnFiles.Concat(part.Files).Select(Parse), below, Options).Emit(stream);
            errors.AddRange(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{part.Name}: {found}"));
            if (!result.Success) break;
            below.Add(MetadataReference.CreateFromImage(stream.ToArray()));
            stream.Position = 0;
            modules.Add(part.Name, ModuleDefinition.ReadModule(stream));
        }

        return ([.. errors], modules);
    }

    private static SyntaxTree Parse(string file)
    {
        var path = Path.Combine(Repository.Root, file);
        return CSharpSyntaxTree.ParseText(File.ReadAllText(path), Language, Path.GetRelativePath(Repository.Root, path));
    }
}
