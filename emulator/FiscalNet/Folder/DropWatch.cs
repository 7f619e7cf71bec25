namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>Tells which files are complete: POS programs write them in place, and nothing says when they are done.</summary>
/// <remarks>
/// A file counts as complete when its size and time have stood still for a while. How long depends on what is in it: half
/// a receipt mostly makes no sense, or does not end its last line.
/// </remarks>
/// <param name="read">Reads a file; null while another program has it open.</param>
public sealed class DropWatch(Func<DroppedFile, BonFile?> read)
{
    /// <summary>For a file that makes sense and ends its last line.</summary>
    public static readonly TimeSpan Still = TimeSpan.FromMilliseconds(300);

    /// <summary>For a file that makes sense and may go on in its last line.</summary>
    public static readonly TimeSpan StillInLine = TimeSpan.FromMilliseconds(1500);

    /// <summary>For a file that makes no sense, or is empty.</summary>
    public static readonly TimeSpan StillWrong = TimeSpan.FromSeconds(5);

    private Dictionary<string, Seen> _seen = [];

    /// <summary>Takes note of one look.</summary>
    /// <param name="files">What is in the folder now.</param>
    /// <param name="now">Time since any beginning.</param>
    /// <returns>The oldest file that is complete; null when there is none.</returns>
    public DroppedFile? Look(IEnumerable<DroppedFile> files, TimeSpan now)
    {
        _seen = files.ToDictionary(file => file.Name, file => _seen.TryGetValue(file.Name, out var seen) && seen.File == file
            ? seen : new Seen(file, now));
        return _seen.Values.OrderBy(seen => seen.File.Written).ThenBy(seen => seen.File.Name, StringComparer.Ordinal)
            .FirstOrDefault(seen => IsComplete(seen, now))?.File;
    }

    private bool IsComplete(Seen seen, TimeSpan now)
    {
        if (now - seen.Since < Still) return false;
        seen.Content ??= read(seen.File);
        return seen.Content is { } content && now - seen.Since >= Patience(content);
    }

    private static TimeSpan Patience(BonFile content) => content switch
    {
        { Wrong: not null } => StillWrong,
        { EndsLine: false } => StillInLine,
        _ => Still,
    };

    private sealed class Seen(DroppedFile file, TimeSpan since)
    {
        public DroppedFile File { get; } = file;

        public TimeSpan Since { get; } = since;

        public BonFile? Content { get; set; }
    }
}
