using Nf.Tests.Machine.Board;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>The projects of the board tools say what is there: files, libraries, versions. Nothing here can build them.</summary>
[TestClass]
public sealed class NanoProjectTests
{
    private const string ProjectSystem = "$(NanoFrameworkProjectSystemPath)";
    private const string Key = "PublicKeyToken=c07d481e9758c731";

    private static readonly string[] Imports = ["NFProjectSystem.Default.props", "NFProjectSystem.props", "NFProjectSystem.CSharp.targets"];

    [TestMethod]
    public void Every_program_compiles_all_of_hal_firmware_and_its_own_folder_once()
    {
        var programs = NanoProject.All.Where(project => project.IsProgram).ToList();
        Assert.IsGreaterThan(2, programs.Count);
        Findings.ShouldBeNone(programs.SelectMany(program => Compared(program,
            [.. Source("hal"), .. Source("firmware"), .. BoardFiles.Sources(program.Folder)])));
    }

    [TestMethod]
    public void Every_library_of_a_folder_with_sources_compiles_them_all() => Findings.ShouldBeNone(
        from project in NanoProject.All
        from source in BoardFiles.Sources(project.Folder).Except(project.Sources)
        select $"{project.Name} does not compile {BoardFiles.Short(source)}");

    [TestMethod]
    public void Files_and_projects_exist() => Findings.ShouldBeNone(
        from project in NanoProject.All
        from path in project.Sources.Concat(project.References)
        where !File.Exists(path)
        select $"{project.Name} names {BoardFiles.Short(path)}, which is not there");

    [TestMethod]
    public void Libraries_packages_and_the_table_of_versions_agree() => Findings.ShouldBeNone(
        from project in NanoProject.All
        from finding in Disagreements(project)
        select $"{project.Name}: {finding}");

    [TestMethod]
    public void Each_is_a_project_of_the_board_tools() => Findings.ShouldBeNone(
        from project in NanoProject.All
        from finding in Oddities(project)
        select $"{project.Name}: {finding}");

    [TestMethod]
    public void The_solution_has_each_project_once_and_deploys_it() =>
        Findings.ShouldBeNone(NanoSolution.Findings(Path.Combine(BoardFiles.Boards, "nf-boards.sln")));

    private static IEnumerable<string> Source(string folder) => BoardFiles.Sources(Path.Combine(BoardFiles.Root, folder));

    private static IEnumerable<string> Compared(NanoProject program, string[] wanted)
    {
        var compiled = program.Closure().SelectMany(project => project.Sources).ToList();
        foreach (var missing in wanted.Except(compiled)) yield return $"{program.Name} lacks {BoardFiles.Short(missing)}";
        foreach (var twice in compiled.GroupBy(path => path).Where(group => group.Count() > 1)) yield return $"{program.Name} compiles {BoardFiles.Short(twice.Key)} twice";
        var assemblies = program.Closure().GroupBy(project => project.Property("AssemblyName")).Where(group => group.Count() > 1);
        foreach (var twice in assemblies) yield return $"{program.Name} has two assemblies {twice.Key}";
    }

    private static IEnumerable<string> Disagreements(NanoProject project)
    {
        var packages = Path.Combine(BoardFiles.Boards, "packages");
        var expected = new HashSet<string>();
        foreach (var (id, version, framework) in project.Packages)
        {
            var rows = BoardFiles.Table("versions.tsv").Where(row => row["package"] == id).ToList();
            if (rows.Count == 0 || rows.Exists(row => row["version"] != version)) yield return $"{id} {version} is not the table's";
            if (framework != "netnano1.0") yield return $"{id} is for {framework}";
            expected.UnionWith(rows.Select(row => Library(packages, row)));
        }

        var written = project.Libraries.Select(library => $"{library.Identity} in {library.Hint}").ToList();
        foreach (var library in written.Except(expected)) yield return $"refers to {library}, which packages.config has not so";
        foreach (var library in expected.Except(written)) yield return $"packages.config has {library}, which it does not refer to";
        var needed = project.Closure().SelectMany(other => other.Packages).Select(package => package.Id).Except(project.Packages.Select(package => package.Id));
        foreach (var id in needed) yield return $"lacks {id}, which a project that it refers to has";
    }

    // A library's file is its name and .dll, unless the table has another ending.
    private static string Library(string packages, Dictionary<string, string> row)
    {
        var file = row["assembly"].EndsWith(".exe", StringComparison.Ordinal) ? row["assembly"] : row["assembly"] + ".dll";
        return $"{Path.GetFileNameWithoutExtension(file)}, Version={row["version"]}.0, Culture=neutral, {Key} in "
            + Path.Combine(packages, $"{row["package"]}.{row["version"]}", "lib", file);
    }

    private static IEnumerable<string> Oddities(NanoProject project)
    {
        var imports = Imports.Select(name => (ProjectSystem + name, $"Exists('{ProjectSystem}{name}')"));
        if (!project.Imports.SequenceEqual(imports)) yield return "imports something else than the project system's three files, guarded";
        if (project.Property("NanoFrameworkProjectSystemPath") != @"$(MSBuildExtensionsPath)\nanoFramework\v1.0\") yield return "looks for the project system elsewhere";
        if (!project.Property("ProjectTypeGuids").StartsWith(NanoSolution.ProjectType, StringComparison.Ordinal)) yield return "is no project of the board tools";
        if (project.Property("LangVersion") != "10.0") yield return "must set LangVersion 10.0: from 11 on the compiler embeds what the board's tools trip over";
        if (project.Property("TargetFrameworkVersion") != "v1.0") yield return "must target v1.0";
        var isTest = project.Property("AssemblyName") == "NFUnitTest";
        if (!isTest && project.Property("AssemblyName") != Path.GetFileNameWithoutExtension(project.Path)) yield return "its assembly has another name";
    }
}
