using Microsoft.Data.Sqlite;
using Nf.Emulator.Anaf.Checks;

namespace Nf.Emulator.Anaf.Store;

/// <summary>A message that came in, without its bytes.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it came.</param>
/// <param name="Series">The register whose certificate held the connection or signed the file.</param>
/// <param name="Path">The address's path; for an offline filing the file's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IdM">Its idM, when it could be read.</param>
/// <param name="Z">Its Z number, when it has one.</param>
/// <param name="Code">The answer's <c>cod</c>; null when there was none.</param>
/// <param name="Text">The answer's text.</param>
/// <param name="Answer">How it was answered.</param>
/// <param name="Checks">What was looked at.</param>
public sealed record MessageRow(long Id, string At, string Series, string Path, string Kind, string? IdM, int? Z, int? Code, string Text,
    string Answer, IReadOnlyList<MessageCheck> Checks)
{
    internal const string Columns = "id, at, series, path, kind, id_m, z, code, text, answer, checks";

    internal static MessageRow Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
        row.Text(5), row.Number(6), row.Number(7), row.GetString(8), row.GetString(9), AnafJson.Read<List<MessageCheck>>(row.GetString(10)));
}
