using Microsoft.Data.Sqlite;

namespace Nf.Emulator.Anaf.Store;

/// <summary>Short forms for statements with parameters $1, $2, ...</summary>
internal static class Sql
{
    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    internal static int Run(this SqliteConnection database, string text, params object?[] values)
    {
        using var command = Command(database, text, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Inserts a row.</summary>
    /// <returns>Its number.</returns>
    internal static long Insert(this SqliteConnection database, string text, params object?[] values)
    {
        using var command = Command(database, text + " RETURNING rowid", values);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The rows of a query.</summary>
    internal static List<T> Rows<T>(this SqliteConnection database, Func<SqliteDataReader, T> read, string text, params object?[] values)
    {
        using var command = Command(database, text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>A column's text; null when it has none.</summary>
    internal static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A column's number; null when it has none.</summary>
    internal static int? Number(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static SqliteCommand Command(SqliteConnection database, string text, object?[] values)
    {
        var command = database.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }
}
