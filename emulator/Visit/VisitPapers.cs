namespace Nf.Emulator.Visit;

/// <summary>The papers of the last visit, in a folder.</summary>
/// <param name="folder">Created when it does not exist.</param>
public sealed class VisitPapers(string folder)
{
    private static readonly string[] s_names = [VisitDocuments.Intervention, VisitDocuments.Declaration, VisitDocuments.Data];

    /// <summary>There are papers of a visit.</summary>
    public bool Exist => Array.TrueForAll(s_names, name => File.Exists(Path.Combine(folder, name)));

    /// <summary>Writes a visit's papers in the place of those that are there.</summary>
    public async Task SaveAsync(VisitRecord visit)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, paper) in await VisitDocuments.MakeAsync(visit)) await File.WriteAllTextAsync(Path.Combine(folder, name), paper);
    }

    /// <summary>Full path of a paper; null when there is none of this name.</summary>
    public string? Find(string name)
    {
        if (!s_names.Contains(name)) return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return File.Exists(path) ? path : null;
    }
}
