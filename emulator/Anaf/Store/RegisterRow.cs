using Microsoft.Data.Sqlite;

namespace Nf.Emulator.Anaf.Store;

/// <summary>A register that the stand-in knows.</summary>
/// <param name="Series">Its series (NUI).</param>
/// <param name="Kind">U ordinary, A airport shop, S exchange office, T taxi.</param>
/// <param name="FiscalCode">The user's fiscal code, without RO.</param>
/// <param name="Since">When it was registered.</param>
/// <param name="LastZ">The newest Z that was taken over.</param>
/// <param name="LastSeen">When its last message came.</param>
/// <param name="Flagged">It sent a Z twice with different contents.</param>
/// <param name="Filed">idM of its last offline filing, its unblocking code.</param>
public sealed record RegisterRow(string Series, string Kind, string FiscalCode, string Since, int? LastZ, string? LastSeen, bool Flagged, string? Filed)
{
    internal const string Columns = "series, kind, fiscal_code, since, last_z, last_seen, flagged, filed";

    internal static RegisterRow Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.Number(4), row.Text(5), row.GetBoolean(6), row.Text(7));

    /// <summary>The register; null when there is none.</summary>
    internal static RegisterRow? Find(SqliteConnection database, string series) =>
        database.Rows(Read, $"SELECT {Columns} FROM registers WHERE series = $1", series).FirstOrDefault();
}
