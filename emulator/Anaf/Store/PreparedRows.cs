using Microsoft.Data.Sqlite;
using Nf.Emulator.Anaf.Desk;

namespace Nf.Emulator.Anaf.Store;

/// <summary>The answers that are prepared.</summary>
internal static class PreparedRows
{
    private const string Columns = "id, series, times, answer";

    /// <summary>All, in the order in which they were prepared.</summary>
    internal static List<PreparedAnswer> All(SqliteConnection database) => database.Rows(Read, $"SELECT {Columns} FROM prepared ORDER BY id");

    /// <summary>Keeps one more.</summary>
    internal static PreparedAnswer Add(SqliteConnection database, PreparedAnswer answer)
    {
        var id = database.Insert("INSERT INTO prepared (series, times, answer) VALUES ($1, $2, $3)", answer.Series, answer.Times, AnafJson.Text(answer));
        return answer with { Id = id };
    }

    /// <summary>Withdraws one.</summary>
    /// <returns>There was one.</returns>
    internal static bool Remove(SqliteConnection database, long id) => database.Run("DELETE FROM prepared WHERE id = $1", id) > 0;

    /// <summary>Uses the oldest that fits up by one time; null when none fits.</summary>
    internal static PreparedAnswer? Take(SqliteConnection database, Predicate<PreparedAnswer> fits)
    {
        if (All(database).Find(fits) is not { } answer) return null;
        if (answer.Times == 1) Remove(database, answer.Id);
        else if (answer.Times > 1) database.Run("UPDATE prepared SET times = times - 1 WHERE id = $1", answer.Id);
        return answer;
    }

    private static PreparedAnswer Read(SqliteDataReader row) => AnafJson.Read<PreparedAnswer>(row.GetString(3)) with
    {
        Id = row.GetInt64(0),
        Series = row.Text(1),
        Times = row.GetInt32(2),
    };
}
