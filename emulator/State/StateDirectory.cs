namespace Nf.Emulator.State;

/// <summary>The folder in which a register lives: its chips' cells, its card, its paper, its clock.</summary>
/// <remarks>
/// One process at a time writes; any number may look, also meanwhile.
/// <code>using var state = StateDirectory.Open(path, createIfMissing: true);</code>
/// </remarks>
public sealed class StateDirectory : IDisposable
{
    internal const string LockName = "lock";
    private const string FormatName = "state.json";

    private readonly IDisposable? _lock;

    private StateDirectory(string path, IDisposable? taken)
    {
        Root = path;
        _lock = taken;
    }

    /// <summary>The folder's full path.</summary>
    public string Root { get; }

    /// <summary>Opened to look only.</summary>
    public bool ReadOnly => _lock is null;

    /// <summary>The drive's folder within the directory.</summary>
    public const string DriveName = "drive";

    /// <summary>Plain image of the fiscal memory; blank is FFh.</summary>
    public string FiscalMemoryPath => Path.Combine(Root, "fiscal-memory.bin");

    /// <summary>Plain image of the working memory.</summary>
    public string WorkingMemoryPath => Path.Combine(Root, "working-memory.bin");

    /// <summary>Plain image of the online module's memory.</summary>
    public string ModuleMemoryPath => Path.Combine(Root, "module-memory.bin");

    /// <summary>Plain image of the board's places for programs.</summary>
    public string FirmwarePath => Path.Combine(Root, "firmware.bin");

    /// <summary>The maker's test key: images that are signed with it are this register's.</summary>
    public string MakerKeyPath => Path.Combine(Root, "maker-key.pem");

    /// <summary>The secret in the chip's fuses, with whose help the keys in the module's memory are encrypted.</summary>
    public string DeviceSecretPath => Path.Combine(Root, "device-secret.bin");

    /// <summary>The files in the modem's flash: certificates and their keys.</summary>
    public string ModemFolder => Path.Combine(Root, "modem");

    /// <summary>The board's certificate files, for Ethernet and Wi-Fi.</summary>
    public string BoardFolder => Path.Combine(Root, "board");

    /// <summary>The files of the journal's card.</summary>
    public string CardFolder => Path.Combine(Root, "card");

    /// <summary>The files of the removable drive: what was exported.</summary>
    public string DriveFolder => Path.Combine(Root, DriveName);

    /// <summary>What the stand-in of ANAF beside this register keeps.</summary>
    public string AnafFolder => Path.Combine(Root, "anaf");

    /// <summary>The papers of the technician's last visit from the page.</summary>
    public string VisitFolder => Path.Combine(Root, "visit");

    /// <summary>What came out of the printer, one JSON object a line.</summary>
    public string PaperPath => Path.Combine(Root, "paper.jsonl");

    /// <summary>Base of the battery-backed clock, see <see cref="ClockFile"/>.</summary>
    public string ClockPath => Path.Combine(Root, "clock.json");

    /// <summary>Opens a register's state for running it, and keeps other processes from doing so.</summary>
    /// <param name="createIfMissing">Makes a new state where there is nothing, or an empty folder.</param>
    /// <exception cref="StateException">It cannot be used; the message says why and what to do.</exception>
    public static StateDirectory Open(string path, bool createIfMissing) => InWords(path, () => OpenLocked(path, createIfMissing));

    /// <summary>Opens a register's state to look at it. Takes no lock and writes nothing.</summary>
    /// <exception cref="StateException">It cannot be used; the message says why and what to do.</exception>
    public static StateDirectory OpenReadOnly(string path) => InWords(path, () =>
    {
        var root = FullPath(path);
        if (!File.Exists(Path.Combine(root, FormatName))) throw Missing(root);
        StateFormat.Check(Path.Combine(root, FormatName));
        return new StateDirectory(root, null);
    });

    /// <summary>Lets the next process in.</summary>
    public void Dispose() => _lock?.Dispose();

    private static StateDirectory OpenLocked(string path, bool createIfMissing)
    {
        var root = FullPath(path);
        var format = Path.Combine(root, FormatName);
        if (!createIfMissing && !File.Exists(format)) throw Missing(root);
        Directory.CreateDirectory(root);
        if (!File.Exists(format)) RefuseOtherThings(root);
        var taken = StateLock.Take(root);
        try
        {
            if (!File.Exists(format)) StateFormat.Write(format);
            StateFormat.Check(format);
            return new StateDirectory(root, taken);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static string FullPath(string path)
    {
        var root = Path.GetFullPath(path);
        if (File.Exists(root))
            throw new StateException(StateProblem.NotState, $"{root} is a file: give the path of a directory");
        return root;
    }

    private static StateException Missing(string root) => new(StateProblem.Missing,
        $"there is no register in {root}: check the path, or run a register there first");

    /// <summary>A folder with other people's files is not taken over; what a death during creation leaves is.</summary>
    private static void RefuseOtherThings(string root)
    {
        var other = Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName)
            .FirstOrDefault(name => name is not LockName and not FormatName and not FormatName + ".new");
        if (other is not null)
            throw new StateException(StateProblem.NotState,
                $"{root} holds \"{other}\" and no {FormatName}: it is no register's state, choose an empty directory");
    }

    private static StateDirectory InWords(string path, Func<StateDirectory> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(path.Length == 0 ? "the empty path" : path, e);
        }
    }
}
