using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>A certificate of a register.</summary>
/// <param name="Thumbprint">SHA-1 of the certificate, hexadecimal.</param>
/// <param name="Issued">When it was issued.</param>
/// <param name="NotAfter">When it ends.</param>
/// <param name="Revoked">It was revoked.</param>
/// <param name="HasKey">The stand-in made the key too, so that it can be downloaded.</param>
public sealed record CertificateRow(string Thumbprint, string Issued, string NotAfter, bool Revoked, bool HasKey);

/// <summary>The registers that the stand-in knows, and their certificates.</summary>
public sealed class RegisterBook
{
    private const string KeyMark = "PRIVATE KEY";
    private readonly AnafDatabase _database;
    private readonly TestAuthority _authority;

    internal RegisterBook(AnafDatabase database, TestAuthority authority)
    {
        _database = database;
        _authority = authority;
    }

    /// <summary>All registers by series.</summary>
    /// <param name="after">Only those after this series.</param>
    /// <param name="count">At most this many.</param>
    public IReadOnlyList<RegisterRow> All(string after = "", int count = 200) => _database.Read(database => database.Rows(RegisterRow.Read,
        $"SELECT {RegisterRow.Columns} FROM registers WHERE series > $1 ORDER BY series LIMIT $2", after, count));

    /// <summary>How many there are.</summary>
    public long Count => _database.Read(database => database.Rows(row => row.GetInt64(0), "SELECT COUNT(*) FROM registers").Single());

    /// <summary>One register; null when it is not known.</summary>
    public RegisterRow? Find(string series) => _database.Read(database => RegisterRow.Find(database, series));

    /// <summary>A register's certificates, the newest first.</summary>
    public IReadOnlyList<CertificateRow> Certificates(string series) => _database.Read(database => database.Rows(
        row => new CertificateRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetString(4).Contains(KeyMark, StringComparison.Ordinal)),
        "SELECT thumbprint, issued, not_after, revoked, pem FROM certificates WHERE series = $1 ORDER BY rowid DESC", series));

    /// <summary>Registers a register with a new certificate and key; one that is known gets another certificate.</summary>
    /// <param name="series">Ten digits.</param>
    /// <param name="kind">U, A, S or T.</param>
    /// <param name="fiscalCode">The user's fiscal code.</param>
    /// <exception cref="ArgumentException">The series, the kind or the code has a wrong form.</exception>
    public void Add(string series, string kind, string fiscalCode, DateTimeOffset now)
    {
        using var certificate = _authority.Register(CheckedSeries(series), now);
        Add(kind, fiscalCode, certificate, now);
    }

    /// <summary>Registers a register with a certificate that it has.</summary>
    /// <param name="certificate">From this authority; with its key when it is to be downloaded.</param>
    public void Add(string kind, string fiscalCode, X509Certificate2 certificate, DateTimeOffset now)
    {
        if (kind is not ("U" or "A" or "S" or "T")) throw new ArgumentException($"\"{kind}\" is no type of register: give U, A, S or T");
        if (fiscalCode.Length is < 2 or > 13 || !fiscalCode.All(char.IsAsciiDigit))
            throw new ArgumentException($"\"{fiscalCode}\" is no fiscal code: give its 2 to 13 digits without RO");
        var series = CheckedSeries(RegisterCertificate.SeriesOf(certificate) ?? "");
        Wait(database => database.Run(
            "INSERT INTO registers (series, kind, fiscal_code, since) VALUES ($1, $2, $3, $4) ON CONFLICT (series) DO UPDATE SET kind = $2, fiscal_code = $3",
            series, kind, fiscalCode, Text(now)) + AddCertificate(database, series, certificate, now));
    }

    /// <summary>The register's newest certificate with its key, as the technician gets it; null when the stand-in does not have the key.</summary>
    public X509Certificate2? WithKey(string series)
    {
        var pem = _database.Read(database => database.Rows(row => row.GetString(0),
            "SELECT pem FROM certificates WHERE series = $1 AND pem LIKE '%PRIVATE KEY%' ORDER BY rowid DESC LIMIT 1", series)).FirstOrDefault();
        return pem is null ? null : X509Certificate2.CreateFromPem(pem, pem);
    }

    /// <summary>Revokes all certificates of a register.</summary>
    /// <returns>How many it were.</returns>
    public int Revoke(string series) => Wait(database => database.Run("UPDATE certificates SET revoked = 1 WHERE series = $1 AND revoked = 0", series));

    /// <summary>Replaces a register's certificates by one that expired the day before, with a new key.</summary>
    public void Expire(string series, DateTimeOffset now)
    {
        using var key = TestKeys.Fresh.Next();
        using var certificate = _authority.Register(series, key, now.AddYears(-1), now.AddDays(-1));
        Wait(database => database.Run("UPDATE certificates SET revoked = 1 WHERE series = $1", series) + AddCertificate(database, series, certificate, now));
    }

    internal static int AddCertificate(SqliteConnection database, string series, X509Certificate2 certificate, DateTimeOffset now) => database.Run(
        "INSERT OR REPLACE INTO certificates (thumbprint, series, issued, not_after, pem) VALUES ($1, $2, $3, $4, $5)",
        certificate.Thumbprint, series, Text(now), Text(certificate.NotAfter.ToUniversalTime()),
        certificate.HasPrivateKey ? AuthorityFiles.Pem(certificate) : certificate.ExportCertificatePem());

    private T Wait<T>(Func<SqliteConnection, T> work) => _database.WriteAsync(work).GetAwaiter().GetResult();

    private static string CheckedSeries(string series) => AnafId.IsSeries(series)
        ? series
        : throw new ArgumentException($"\"{series}\" is no series: give its ten digits");

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
