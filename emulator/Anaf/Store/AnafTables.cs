namespace Nf.Emulator.Anaf.Store;

/// <summary>The tables of the stand-in's file, as docs/reference/anaf-stand-in.md has them.</summary>
internal static class AnafTables
{
    /// <summary>Sets the file up; does nothing to one that is set up.</summary>
    internal static readonly string[] Statements =
    [
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        """
        CREATE TABLE IF NOT EXISTS registers (
            series TEXT PRIMARY KEY, kind TEXT NOT NULL, fiscal_code TEXT NOT NULL, since TEXT NOT NULL,
            last_z INTEGER, last_seen TEXT, flagged INTEGER NOT NULL DEFAULT 0, filed TEXT)
        """,
        """
        CREATE TABLE IF NOT EXISTS certificates (
            thumbprint TEXT PRIMARY KEY, series TEXT NOT NULL, issued TEXT NOT NULL, not_after TEXT NOT NULL,
            pem TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0)
        """,
        "CREATE INDEX IF NOT EXISTS certificates_of ON certificates (series)",
        """
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, series TEXT NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL,
            id_m TEXT, z INTEGER, code INTEGER, text TEXT NOT NULL, answer TEXT NOT NULL, checks TEXT NOT NULL,
            content BLOB, body BLOB NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS messages_of ON messages (series, id)",
        """
        CREATE TABLE IF NOT EXISTS days (
            series TEXT NOT NULL, z INTEGER NOT NULL, fingerprint BLOB NOT NULL, message INTEGER NOT NULL,
            PRIMARY KEY (series, z)) WITHOUT ROWID
        """,
        "CREATE TABLE IF NOT EXISTS prepared (id INTEGER PRIMARY KEY, series TEXT, times INTEGER NOT NULL, answer TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS given (series TEXT NOT NULL, id_m TEXT NOT NULL, profile TEXT NOT NULL, PRIMARY KEY (series, id_m)) WITHOUT ROWID",
    ];
}
