using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>The messages that came in.</summary>
public sealed class MessageBook
{
    private readonly AnafDatabase _database;

    internal MessageBook(AnafDatabase database) => _database = database;

    /// <summary>How many there are.</summary>
    public long Count => _database.Read(database => database.Rows(row => row.GetInt64(0), "SELECT COUNT(*) FROM messages").Single());

    /// <summary>The newest first.</summary>
    /// <param name="series">Only this register's; all when null.</param>
    /// <param name="before">Only those before this number.</param>
    /// <param name="count">At most this many.</param>
    public IReadOnlyList<MessageRow> List(string? series = null, long before = long.MaxValue, int count = 50) => _database.Read(database => database.Rows(
        MessageRow.Read, $"SELECT {MessageRow.Columns} FROM messages WHERE ($1 IS NULL OR series = $1) AND id < $2 ORDER BY id DESC LIMIT $3", series, before, count));

    /// <summary>One message; null when there is none.</summary>
    public MessageRow? Find(long id) => _database.Read(database => database.Rows(
        MessageRow.Read, $"SELECT {MessageRow.Columns} FROM messages WHERE id = $1", id)).FirstOrDefault();

    /// <summary>The document that a message contains; null when there is none or it could not be opened.</summary>
    public byte[]? Content(long id) => Bytes("content", id);

    /// <summary>A message as it came; null when there is none.</summary>
    public byte[]? Body(long id) => Bytes("body", id);

    private byte[]? Bytes(string column, long id) => _database.Read(database => database.Rows(
        row => row.IsDBNull(0) ? null : (byte[])row.GetValue(0), $"SELECT {column} FROM messages WHERE id = $1", id)).FirstOrDefault();
}
