namespace Nf.Tests.Machine.State;

/// <summary>An empty folder of its own for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>The folder's path.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("nf-").FullName;

    /// <summary>A path inside.</summary>
    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
