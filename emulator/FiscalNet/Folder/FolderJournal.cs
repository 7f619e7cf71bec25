using System.Text.Json;
using Nf.Emulator.State;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>How far a file has come.</summary>
/// <param name="File">Its name.</param>
/// <param name="Drops">The folder that it was dropped into.</param>
/// <param name="AnswersFolder">The folder that its answer goes to.</param>
/// <param name="Key">What the keys of its receipts begin with; no other file has it.</param>
/// <param name="Answers">The answers to its first documents; the next document is the one under way.</param>
/// <param name="Sent">The frame that decides that document, once it may have been sent.</param>
public sealed record FolderEntry(string File, string Drops, string AnswersFolder, string Key, IReadOnlyList<string> Answers, DecidingFrame? Sent)
{
    /// <summary>The key under which the register knows the receipt under way: with it there is no second one.</summary>
    public string ReceiptKey => $"{Key}-{Answers.Count + 1}";

    /// <summary>A file's beginning.</summary>
    public static FolderEntry Begin(string file, BonFolders folders) =>
        new(file, folders.Drops, folders.Answers, Guid.NewGuid().ToString("N")[..24], [], null);
}

/// <summary>Keeps the file under way in the register's state directory: what it says, and how far it has come.</summary>
/// <remarks>Every write is whole or not at all, and comes before what it announces.</remarks>
public sealed class FolderJournal
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private readonly string _path;
    private readonly string _contentPath;
    private Stored _stored;

    /// <summary>Reads what an earlier run left.</summary>
    /// <exception cref="StateException">It is unreadable.</exception>
    public FolderJournal(StateDirectory state)
    {
        _path = Path.Combine(state.Root, "fiscalnet.json");
        _contentPath = Path.Combine(state.Root, "fiscalnet.bon");
        _stored = InWords(Load);
        if (_stored.Entry is not null) Content = InWords(() => File.ReadAllBytes(_contentPath));
    }

    /// <summary>The file under way; null when there is none.</summary>
    public FolderEntry? Entry => _stored.Entry;

    /// <summary>What the file under way says.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Two folders, under the name by which this register claims files there: its own from the first use on.</summary>
    public BonFolders Folders(string drops, string answers)
    {
        if (!File.Exists(_path)) Save(null);
        return new BonFolders(drops, answers, _stored.Owner);
    }

    /// <summary>Begins with a file.</summary>
    public void Begin(FolderEntry entry, byte[] content)
    {
        InWords(() => SafeFile.Replace(_contentPath, content));
        Content = content;
        Save(entry);
    }

    /// <summary>The file has come this far.</summary>
    public void Save(FolderEntry? entry)
    {
        _stored = _stored with { Entry = entry };
        InWords(() => SafeFile.Replace(_path, JsonSerializer.SerializeToUtf8Bytes(_stored, Options)));
    }

    private Stored Load()
    {
        if (!File.Exists(_path)) return new Stored(Guid.NewGuid().ToString("N")[..8], null);
        try
        {
            return JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(_path), Options) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new StateException(StateProblem.Damaged,
                $"{_path} is unreadable: look at the last receipt on paper, then remove it; the file under way is not printed again", e);
        }
    }

    private void InWords(Action work) => InWords(() =>
    {
        work();
        return true;
    });

    private T InWords<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(_path, e);
        }
    }

    private sealed record Stored(string Owner, FolderEntry? Entry);
}
