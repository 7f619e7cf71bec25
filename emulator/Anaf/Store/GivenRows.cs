using Microsoft.Data.Sqlite;
using Nf.Emulator.Anaf.Authority;

namespace Nf.Emulator.Anaf.Store;

/// <summary>The configurations that went along with answers, by the message answered: one that comes again gets its own again.</summary>
/// <remarks>
/// A register sends a message once more when it could not obey the whole answer, and another one afterwards when it could.
/// </remarks>
internal static class GivenRows
{
    /// <summary>What goes along with the answer to a message: what is given now, else what went along the time before.</summary>
    internal static AnafProfile? Again(SqliteConnection database, string series, string? idM, AnafProfile? now)
    {
        if (idM is null) return now;
        if (now is null) return Find(database, series, idM);
        database.Run("INSERT OR REPLACE INTO given (series, id_m, profile) VALUES ($1, $2, $3)", series, idM, AnafJson.Text(now));
        return now;
    }

    private static AnafProfile? Find(SqliteConnection database, string series, string idM) =>
        database.Rows(row => AnafJson.Read<AnafProfile>(row.GetString(0)), "SELECT profile FROM given WHERE series = $1 AND id_m = $2", series, idM).FirstOrDefault();
}
