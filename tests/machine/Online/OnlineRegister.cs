using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Online;

/// <summary>A register with the online module, the test authority beside it, and a technician's drive.</summary>
internal sealed class OnlineRegister
{
    public const string Series = DemoShop.Series;

    private static readonly DateTimeOffset s_noon = new(2026, 11, 16, 10, 0, 0, TimeSpan.Zero);
    private readonly RamStore _memory = new(Mb85rsModel.Size);

    private OnlineRegister(int columns)
    {
        KeyVault? vault = null;
        Register = new TestRegister(columns: columns, online: power => new OnlineHardware(power, _memory)
        {
            Crypto = vault = new KeyVault(power),
        });
        Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn());
        Vault = vault!;
        Authority = TestAuthority.Create(s_noon, TestKeys.Stored(4));
        Certificate = Authority.Register(Series, s_noon);
    }

    public TestRegister Register { get; }

    public KeyVault Vault { get; }

    public TestAuthority Authority { get; }

    /// <summary>The register's own certificate, as its maker issued it.</summary>
    public X509Certificate2 Certificate { get; }

    public MemoryDrive Drive => (MemoryDrive)Register.Hardware.Drive;

    /// <summary>The configuration that moves the register to profile 1 today.</summary>
    public AnafProfile Profile { get; init; } = new(AnafProfile.IdOf(Series, new DateTime(2026, 11, 16, 6, 0, 0)))
    {
        TipP = 1,
        Data = "16.11.2026",
        RapZ = 1,
        NrZ = 5,
        NrM = 30,
        NrT = 1440,
        Urls = [new(1, "https://anaf.test/bon"), new(5, "https://anaf.test/cmc")],
    };

    /// <summary>Fiscalised, with the technician in service and nothing imported.</summary>
    public static OnlineRegister New(int columns = Hardware.PaperColumns)
    {
        var online = new OnlineRegister(columns);
        Assert.AreEqual(FiscalError.None, online.Register.Register.Fiscalise(DemoShop.Order()));
        online.PutFiles();
        online.InService();
        return online;
    }

    /// <summary>Everything imported: profile 1 holds.</summary>
    public static OnlineRegister Provisioned(int columns = Hardware.PaperColumns)
    {
        var online = New(columns);
        foreach (var option in new[] { 4, 5, 6 }) online.Import(option);
        return online;
    }

    public void InService()
    {
        Register.Hardware.ServiceJumper.Closed = true;
        Register.Do(253, "0\t1234\t");
    }

    /// <summary>The technician is gone.</summary>
    public void OutOfService()
    {
        Register.Do(149, "0\t");
        Register.Hardware.ServiceJumper.Closed = false;
    }

    public void Import(int option)
    {
        Register.Do(253, $"{option}\t");
        Register.Machine.RunToRest();
    }

    public void Refused(FiscalError error, int option) => Register.Refused(error, 253, $"{option}\t");

    /// <summary>The three files as they should be.</summary>
    public void PutFiles()
    {
        Drive.Put("ANAF.PEM", TechnicianFiles.Anaf(Authority));
        Drive.Put($"{Series}.PEM", TechnicianFiles.Certificate(Certificate));
        Put(Profile with { CertANAF = AnafCertificates() });
    }

    public void Put(AnafProfile profile) => Drive.Put($"{Series}.P7B", TechnicianFiles.Configuration(Authority, profile, s_noon));

    public void Put(AnafReset reset) => Drive.Put($"{Series}.P7B", TechnicianFiles.Reset(Authority, reset, s_noon));

    /// <summary>ANAF's certificates as certANAF has them.</summary>
    public string AnafCertificates() => Convert.ToBase64String(
        new X509Certificate2Collection { Authority.Anaf, Authority.Root }.Export(X509ContentType.Pkcs7)!);

    /// <summary>Moves the clock.</summary>
    public void At(DateTime time)
    {
        Register.Machine.RunToRest();
        Register.Civil.Set(time);
        Register.Machine.Idle(TimeSpan.FromSeconds(1));
    }

    /// <summary>Loses what the module's memory and its key vault hold.</summary>
    public void LoseModule()
    {
        _memory.Write(0, new byte[Mb85rsModel.Size]);
        Vault.Lose();
    }
}
