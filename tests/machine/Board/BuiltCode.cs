using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>The assemblies under inspection, as they were built and as a board's converter would read them.</summary>
internal static class BuiltCode
{
    private static readonly string Here = AppContext.BaseDirectory;
    private static readonly string Inspected = Path.Combine(Here, "inspected");
    private static readonly IAssemblyResolver Resolver = BoardResolver();

    /// <summary>The declarations of the runtime's libraries beside it.</summary>
    public static ModuleDefinition[] Libraries { get; } = [.. InspectedFiles("System.*.dll", "nanoFramework.*.dll")];

    /// <summary>The boards' own code.</summary>
    public static ModuleDefinition[] Boards { get; } = [.. InspectedFiles("Nf.Board*.dll")];

    /// <summary>The declarations of the board's runtime.</summary>
    public static ModuleDefinition Contract { get; } = Read(Inspected, "mscorlib.dll");

    /// <summary>The hardware abstraction layer.</summary>
    public static ModuleDefinition Hal { get; } = Read(Here, "Nf.Hal.dll");

    /// <summary>The fiscal core.</summary>
    public static ModuleDefinition Firmware { get; } = Read(Here, "Nf.Firmware.dll");

    /// <summary>The emulator.</summary>
    public static ModuleDefinition Emulator { get; } = ModuleDefinition.ReadModule(Path.Combine(Here, "nf.dll"));

    /// <summary>The tests that also run on a board.</summary>
    public static ModuleDefinition UnitTests { get; } =
        ModuleDefinition.ReadModule(Path.Combine(Inspected, "Nf.Tests.Unit.dll"));

    /// <summary>This assembly, for the samples that the rules must refuse.</summary>
    public static ModuleDefinition Samples { get; } =
        ModuleDefinition.ReadModule(typeof(BuiltCode).Assembly.Location);

    /// <summary>The virtual board's program, with hal and firmware inside.</summary>
    public static ModuleDefinition Virtual { get; } = Read(Here, "nf-virtual.dll");

    /// <summary>What is put on a board.</summary>
    public static ModuleDefinition[] OnBoard => [Hal, Firmware];

    private static IEnumerable<ModuleDefinition> InspectedFiles(params string[] patterns) =>
        from pattern in patterns
        from path in Directory.GetFiles(Inspected, pattern).Order(StringComparer.Ordinal)
        select Read(Inspected, Path.GetFileName(path));

    private static DefaultAssemblyResolver BoardResolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Inspected);
        resolver.AddSearchDirectory(Here);
        return resolver;
    }

    private static ModuleDefinition Read(string folder, string file) =>
        ModuleDefinition.ReadModule(Path.Combine(folder, file), new ReaderParameters { AssemblyResolver = Resolver });
}
