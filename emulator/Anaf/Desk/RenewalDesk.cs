using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>Issues a register's next certificate: a PKCS#10 request comes in, a certificates-only CMS goes out (II.13, RFC 5272).</summary>
internal sealed class RenewalDesk(AnafDatabase database, TestAuthority authority, AnafRules rules)
{
    private const string Kind = "renewal";

    /// <summary>Answers a request. The old certificate stays good: the register may lose power before it has the new one.</summary>
    internal async Task<AnafReply> ReceiveAsync(AnafRequest request, string series, DateTimeOffset now)
    {
        var checks = new CheckList();
        var certificate = Issue(request, series, now, checks);
        var prepared = await database.WriteAsync(db =>
        {
            var answer = PreparedRows.Take(db, one => !one.IsTls && (one.Series is null || one.Series == series));
            var known = RegisterRow.Find(db, series) is not null;
            checks.Must("registered", AnafCode.NotRegistered, known ? null : $"register {series} is not registered");
            var taken = checks.Good && answer?.Kind is not (AnswerKind.HttpError or AnswerKind.Refuse);
            if (taken) RegisterBook.AddCertificate(db, series, certificate!, now);
            MessageLedger.AddOther(db, Kind, request, series, checks, now);
            return answer;
        });
        return Reply(certificate, checks, prepared);
    }

    private AnafReply Reply(X509Certificate2? certificate, CheckList checks, PreparedAnswer? prepared)
    {
        const string PlainText = "text/plain; charset=utf-8";
        if (prepared?.Kind == AnswerKind.HttpError) return new AnafReply(prepared.Status, PlainText, []);
        if (prepared?.Kind == AnswerKind.Refuse) return new AnafReply(403, PlainText, Encoding.UTF8.GetBytes(prepared.Text));
        if (checks.FirstWrong is { } wrong) return new AnafReply(400, PlainText, Encoding.UTF8.GetBytes($"{wrong.Name}: {wrong.Detail}"));
        var body = prepared?.Kind == AnswerKind.Garbage ? [1, 2, 3] : AnafSignature.CertificatesOnly(certificate!);
        return new AnafReply(200, rules.SignedType, body) { Fault = AnafReply.IsFault(prepared?.Kind) ? prepared : null };
    }

    private X509Certificate2? Issue(AnafRequest request, string series, DateTimeOffset now, CheckList checks)
    {
        try
        {
            var certificate = authority.Renew(series, request.Body, now);
            var same = certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(request.Client.PublicKey.ExportSubjectPublicKeyInfo());
            checks.Must("request", AnafCode.NotSigned, null);
            checks.Must("subject", AnafCode.BadIdentifier, SubjectProblem(request.Body, series));
            checks.Must("key", AnafCode.BadCertificate, same ? "the key is the old one" : null);
            return certificate;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            checks.Must("request", AnafCode.NotSigned, e.Message);
            return null;
        }
    }

    private static string? SubjectProblem(byte[] request, string series)
    {
        var named = CertificateRequest.LoadSigningRequest(request, HashAlgorithmName.SHA256,
            signerSignaturePadding: RSASignaturePadding.Pkcs1).SubjectName;
        return RegisterCertificate.SeriesOf(named) == series ? null : $"the request's subject does not name register {series}";
    }
}
