using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;

namespace Nf.Tests.Machine.Anaf;

/// <summary>Many registers that send their days to one stand-in, each over a connection of its own. They share the stored keys.</summary>
internal sealed class ManyRegisters(AnafDesk desk, AnafServer server, DateTimeOffset now)
{
    private const long FirstSeries = 1_000_000_000;

    /// <summary>How many send at the same moment.</summary>
    private const int Together = 32;

    private readonly ConcurrentDictionary<int, byte[]> _certificates = [];

    /// <summary>Registers this many; certificates are made for stored keys.</summary>
    public void Register(int count) => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Together }, i =>
    {
        using var key = TestKeys.StoredKey(i);
        using var certificate = desk.Authority.Register(Series(i), key, now.AddDays(-1), now.AddYears(10));
        using var alone = X509CertificateLoader.LoadCertificate(certificate.RawData);
        desk.Registers.Add("U", "12345678", alone, now);
        _certificates[i] = certificate.RawData;
    });

    /// <summary>Each sends a day of this many receipts.</summary>
    /// <returns>Milliseconds from the start of each register's connection to its confirmation.</returns>
    /// <exception cref="InvalidOperationException">A day was not taken over.</exception>
    public async Task<double[]> SendDayAsync(int z, int receipts)
    {
        var times = new double[_certificates.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, times.Length), new ParallelOptions { MaxDegreeOfParallelism = Together }, async (i, stop) =>
        {
            using var key = TestKeys.StoredKey(i);
            using var bare = X509CertificateLoader.LoadCertificate(_certificates[i]);
            using var certificate = bare.CopyWithPrivateKey(key);
            var body = AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(z, receipts, Series(i))), certificate, now);
            var start = Stopwatch.GetTimestamp();
            using var client = new RegisterClient(server.Port, certificate, desk.Authority, now);
            var (status, answer) = await client.SendAsync(body, stop: stop);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (status != 200 || !Encoding.UTF8.GetString(answer).Contains("cod=\"0\"", StringComparison.Ordinal))
                throw new InvalidOperationException($"register {Series(i)} was answered {status}");
        });
        return times;
    }

    private static string Series(int index) => (FirstSeries + index).ToString();
}
