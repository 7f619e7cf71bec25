using Microsoft.Data.Sqlite;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>The answers that are prepared; used in the order in which they were.</summary>
public sealed class PreparedBook
{
    private readonly AnafDatabase _database;
    private volatile bool _tls;

    internal PreparedBook(AnafDatabase database)
    {
        _database = database;
        _tls = All.Any(answer => answer.IsTls);
    }

    /// <summary>What waits.</summary>
    public IReadOnlyList<PreparedAnswer> All => _database.Read(PreparedRows.All);

    /// <summary>Prepares one more.</summary>
    /// <returns>It, with its number.</returns>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public PreparedAnswer Add(PreparedAnswer answer)
    {
        if (answer.Times < 0) throw new ArgumentException("times is from 0");
        if (answer.Status is < 100 or > 999) throw new ArgumentException("status is from 100 to 999");
        if (answer.AfterBytes < 0 || answer.Milliseconds < 0) throw new ArgumentException("afterBytes and milliseconds are from 0");
        var kept = Wait(database => PreparedRows.Add(database, answer));
        if (answer.IsTls) _tls = true;
        return kept;
    }

    /// <summary>Withdraws one.</summary>
    /// <returns>There was one.</returns>
    public bool Remove(long id) => Wait(database => PreparedRows.Remove(database, id));

    /// <summary>Uses what is prepared for the next connection; null when nothing is.</summary>
    internal PreparedAnswer? TakeTls()
    {
        // Nearly always there is none, and then no connection waits for the file.
        if (!_tls) return null;
        _tls = false;
        var answer = Wait(database => PreparedRows.Take(database, one => one.IsTls));
        if (answer is not null) _tls = true;
        return answer;
    }

    private T Wait<T>(Func<SqliteConnection, T> work) => _database.WriteAsync(work).GetAwaiter().GetResult();
}
