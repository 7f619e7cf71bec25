using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Tests.Machine.CommandLine;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Anaf;

/// <summary><c>nf anaf</c> as a process: what it has confirmed is there after SIGKILL.</summary>
[TestClass]
public sealed class AnafKillTests
{
    private const int Days = 5;

    [TestMethod]
    public async Task Killed_it_has_everything_that_it_confirmed()
    {
        using var folder = new TempFolder();
        var now = TimeProvider.System.GetUtcNow();
        using (TestAuthority.Keep(folder.Root, now, TestKeys.Stored(1))) { }
        for (var z = 1; z <= Days; z++) await OneDay(folder.Root, z, now);
        using var desk = AnafDesk.Open(folder.Root, now);
        Assert.AreEqual(Days, desk.Registers.Find(DayText.Series)!.LastZ);
        Assert.AreEqual(Days, desk.Messages.Count);
    }

    // Each day another process, killed as soon as it has confirmed.
    private static async Task OneDay(string folder, int z, DateTimeOffset now)
    {
        using var nf = NfProcess.Start("anaf", "--state", folder, "--port", "0", "--http", "0");
        var port = new Uri(nf.NextLine().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).Port;
        using var api = new HttpClient { BaseAddress = new Uri(nf.NextLine().Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]) };
        if (z == 1) (await api.PostAsJsonAsync("/api/registers", new { series = DayText.Series, kind = "U", fiscalCode = "12345678" })).EnsureSuccessStatusCode();
        var pem = await api.GetStringAsync($"/api/registers/{DayText.Series}/files/certificate");
        using var register = X509Certificate2.CreateFromPem(pem, pem);
        using var authority = TestAuthority.Keep(folder, now, TestKeys.Fresh);
        using var client = new RegisterClient(port, register, authority, now);
        var (status, body) = await client.SendAsync(AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(z)), register, now));
        Assert.AreEqual(200, status);
        Assert.AreEqual(AnafCode.Taken, (int)AnswerReader.Open(body, authority).Attribute("cod")!);
        nf.Kill();
    }
}
