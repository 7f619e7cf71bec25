using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Commands;
using Nf.Emulator.Machine;
using Nf.Emulator.State;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>The state directory of a register that ran in November 2026, was given its certificate, and was switched off.</summary>
internal sealed class A4200State : IDisposable
{
    /// <summary>Nobody listens there: what the register cannot send it keeps.</summary>
    private const string Nowhere = "https://127.0.0.1:9/bon";

    private static readonly DateTimeOffset s_now = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(2));
    private readonly TempFolder _folder = new();

    public A4200State(int days, bool online)
    {
        using var register = PlayRegister.Stored(State, s_now.DateTime);
        register.SwitchOn();
        Provision(register, online);
        for (var day = 1; day <= days; day++)
        {
            Do(register, 48, "1", "0001", "1", "", "");
            Do(register, 49, "Covrig", "1", "2.50", "", "", "", "1", "BUC");
            Do(register, 53, "0", "");
            Do(register, 56);
            register.MoveClock(new DateTime(2026, 11, 16 + day, 21, 0, 0));
            Do(register, 69, "Z");
            register.MoveClock(new DateTime(2026, 11, 17 + day, 8, 0, 0));
        }

        register.SwitchOff();
    }

    /// <summary>The register's state directory.</summary>
    public string State => _folder["state"];

    /// <summary>A path beside it.</summary>
    public string this[string name] => _folder[name];

    /// <summary>The test authority's root as PEM, for who verifies.</summary>
    public string Root => _folder["root.pem"];

    public void Dispose() => _folder.Dispose();

    private static void Do(PlayRegister register, int command, params string[] fields)
    {
        var reply = register.Host.Send(command, fields);
        Assert.IsTrue(reply.Ok, $"{command}: {reply.ErrorCode}");
    }

    private void Provision(PlayRegister register, bool online)
    {
        using var authority = TestAuthority.Create(s_now, TestKeys.Stored(4));
        using var certificate = authority.Register(DemoShop.Series, s_now);
        File.WriteAllText(Root, authority.Root.ExportCertificatePem());
        var profile = new AnafProfile(AnafProfile.IdOf(DemoShop.Series, s_now.DateTime.AddHours(-1)))
        {
            TipP = 1,
            Data = "16.11.2026",
            RapZ = 1,
            NrZ = 30,
            NrM = 30,
            NrT = 1440,
            Urls = [new(1, Nowhere), new(5, Nowhere)],
            CertANAF = TechnicianFiles.CertAnaf(authority),
        };
        TechnicianFiles.Write(Path.Combine(State, StateDirectory.DriveName), authority, DemoShop.Series, certificate, profile, s_now);
        register.Machine.Hardware.ServiceJumper.Closed = true;
        Do(register, 253, "0", "1234");
        foreach (var option in online ? new[] { "4", "5", "6" } : ["4", "5"]) Do(register, 253, option);
        Do(register, 149, "0");
        register.Machine.Hardware.ServiceJumper.Closed = false;
        Assert.AreEqual(online ? 1 : 0, register.Machine.Register.Configuration.Profile);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(State, StateDirectory.DriveName))) File.Delete(file);
    }
}
