namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>The two folders of the exchange: where POS programs drop files, and where they find the answers.</summary>
/// <remarks>
/// A file is claimed by moving it into a folder of the register's own below the first one. From then on the POS program
/// may drop the next file under the same name, and no second register takes this one.
/// </remarks>
public sealed class BonFolders
{
    private const string ClaimPrefix = ".nf-";

    private static readonly HashSet<string> Unfinished =
        new([".tmp", ".temp", ".part", ".partial", ".new", ".lock", ".swp"], StringComparer.OrdinalIgnoreCase);

    private readonly string _claimed;
    private readonly string _draft;

    /// <param name="drops">Full path of the folder with the dropped files.</param>
    /// <param name="answers">Full path of the folder for the answers.</param>
    /// <param name="owner">Name of the register among those that may share the folders; file name characters only.</param>
    public BonFolders(string drops, string answers, string owner)
    {
        Drops = drops;
        Answers = answers;
        _claimed = Path.Combine(drops, ClaimPrefix + owner);
        _draft = Path.Combine(answers, ClaimPrefix + owner);
    }

    /// <summary>Where POS programs drop files.</summary>
    public string Drops { get; }

    /// <summary>Where they find the answers, each under the name of its file.</summary>
    public string Answers { get; }

    /// <summary>Makes the folders that are not there, and tries whether answers can be written.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Answers);
        Directory.CreateDirectory(_claimed);
        File.WriteAllBytes(_draft, []);
        File.Delete(_draft);
    }

    /// <summary>Files that another register has claimed and that still lie there: it was killed over them and never came back.</summary>
    public IReadOnlyList<string> Strangers() =>
    [
        .. Directory.EnumerateDirectories(Drops, ClaimPrefix + "*").Where(folder => folder != _claimed).SelectMany(Directory.EnumerateFiles),
    ];

    /// <summary>The files that may be complete: no folder, no name that POS programs give to what they still write.</summary>
    public IReadOnlyList<DroppedFile> Look() =>
    [
        .. new DirectoryInfo(Drops).EnumerateFiles()
            .Where(file => file.Name[0] is not ('.' or '~') && !Unfinished.Contains(file.Extension))
            .Select(Describe).OfType<DroppedFile>(),
    ];

    /// <summary>Reads a file that nobody else has open; null when somebody has, or it is gone.</summary>
    public BonFile? Read(DroppedFile file)
    {
        try
        {
            return BonFile.Read(file.Name, ReadAll(Path.Combine(Drops, file.Name), FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Takes a file out of the drops.</summary>
    /// <returns>False: it is gone.</returns>
    public bool Claim(DroppedFile file)
    {
        var path = Path.Combine(Drops, file.Name);
        try
        {
            Directory.CreateDirectory(_claimed);
            File.Move(path, Path.Combine(_claimed, file.Name));
            return true;
        }
        catch (IOException) when (!File.Exists(path))
        {
            return false;
        }
    }

    /// <summary>The name of the file that is claimed; null when none is.</summary>
    public string? Claimed() => Directory.Exists(_claimed)
        ? Directory.EnumerateFiles(_claimed).Select(Path.GetFileName).FirstOrDefault() : null;

    /// <summary>Reads the claimed file.</summary>
    public byte[] ReadClaimed(string name) => ReadAll(Path.Combine(_claimed, name), FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Removes the claimed file, which is kept elsewhere by now.</summary>
    public void RemoveClaimed(string name)
    {
        var path = Path.Combine(_claimed, name);
        if (File.Exists(path)) File.Delete(path);
    }

    /// <summary>Puts an answer into its folder, whole at once, in place of an older one of that name.</summary>
    public void WriteAnswer(string name, byte[] content)
    {
        Directory.CreateDirectory(Answers);
        File.WriteAllBytes(_draft, content);
        File.Move(_draft, Path.Combine(Answers, name), overwrite: true);
    }

    // Null: it went away since the folder was listed.
    private static DroppedFile? Describe(FileInfo file)
    {
        try
        {
            return new DroppedFile(file.Name, file.Length, file.LastWriteTimeUtc);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // A byte more than is taken tells that there is too much.
    private static byte[] ReadAll(string path, FileShare share)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, share);
        var content = new byte[Math.Min(file.Length, BonFile.SizeMost + 1)];
        return content[..file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }
}
