using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Online;

/// <summary>A register with the online module, ANAF's stand-in behind a network in memory, and a technician's drive.</summary>
internal sealed class OnlineRegister : IDisposable
{
    public const string Series = DemoShop.Series;
    public const int AnafFile = 4;
    public const int OwnFile = 5;
    public const int ConfigurationFile = 6;

    private static readonly DateTimeOffset s_opened = new(2026, 11, 16, 5, 0, 0, TimeSpan.Zero);

    // Tables, keys and certificates of the stand-in take longest: made once.
    private static readonly Lazy<Dictionary<string, byte[]>> s_desk = new(DeskFiles);

    private readonly RamStore _memory = new(Mb85rsModel.Size);
    private readonly TempFolder _folder = new();
    private readonly TestKeys _keys = TestKeys.Stored(20);

    private readonly bool _signsInSoftware;
    private readonly LinkKind _way;
    private readonly bool _isAirport;

    private OnlineRegister(int columns, bool signsInSoftware, LinkKind way, bool isAirport)
    {
        _isAirport = isAirport;
        _signsInSoftware = signsInSoftware;
        _way = way;
        foreach (var (name, bytes) in s_desk.Value) File.WriteAllBytes(_folder[name], bytes);
        Desk = AnafDesk.Open(_folder.Root, s_opened, keys: TestKeys.Stored(8));
        if (isAirport) Desk.Registers.Add(Series, "A", "99999991", s_opened);
        Certificate = Desk.Registers.WithKey(Series)!;
        Host = new AnafInMemory(Desk, () => Now);
        Internet = new InMemoryInternet(Host.Serve);
        Register = new TestRegister(columns: columns, online: Hardware);
        Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn());
    }

    public TestRegister Register { get; }

    public AnafDesk Desk { get; }

    public AnafInMemory Host { get; }

    public InMemoryInternet Internet { get; }

    public SecureElementModel Vault { get; private set; } = null!;

    /// <summary>The register's own certificate, as its maker issued it.</summary>
    public X509Certificate2 Certificate { get; }

    public MemoryDrive Drive => (MemoryDrive)Register.Hardware.Drive;

    public Nf.Firmware.Online.Outbox Outbox => Register.Register.Reporting.Outbox;

    /// <summary>The moment on the register's clock, and on ANAF's.</summary>
    public DateTimeOffset Now => Register.Now;

    /// <summary>The configuration that moves the register to profile 1 today.</summary>
    public static AnafProfile Profile { get; } = new(AnafProfile.IdOf(Series, new DateTime(2026, 11, 16, 6, 0, 0)))
    {
        TipP = 1,
        Data = "16.11.2026",
        RapZ = 1,
        NrZ = 5,
        NrM = 30,
        NrT = 1440,
        Urls = [new(1, "https://anaf.test/bon"), new(5, "https://anaf.test/certificat")],
    };

    /// <summary>A later configuration than <see cref="Profile"/>, with nothing but the profile.</summary>
    public static AnafProfile Newer { get; } = new(AnafProfile.IdOf(Series, new DateTime(2026, 11, 16, 6, 30, 0))) { TipP = 1 };

    /// <summary>Fiscalised and nothing more: profile 0.</summary>
    /// <param name="columns">Characters on a line of the paper.</param>
    /// <param name="signsInSoftware">The firmware's own RSA signs, as on a board without a secure element.</param>
    /// <param name="way">The only way out.</param>
    /// <param name="airport">It is the register of an airport shop, with the address for these.</param>
    public static OnlineRegister Fiscalised(int columns = Nf.Emulator.Machine.Hardware.PaperColumns, bool signsInSoftware = false,
        LinkKind way = LinkKind.Ethernet, bool airport = false)
    {
        var online = new OnlineRegister(columns, signsInSoftware, way, airport);
        var order = DemoShop.Order();
        if (airport) order.Identity.Type = Nf.Firmware.FiscalMemory.RegisterType.Airport;
        Assert.AreEqual(FiscalError.None, online.Register.Register.Fiscalise(order));
        return online;
    }

    /// <summary>Fiscalised, with the technician in service, his files on the drive and nothing imported. Parameters as of <see cref="Fiscalised"/>.</summary>
    public static OnlineRegister New(int columns = Nf.Emulator.Machine.Hardware.PaperColumns, bool signsInSoftware = false,
        LinkKind way = LinkKind.Ethernet, bool airport = false)
    {
        var online = Fiscalised(columns, signsInSoftware, way, airport);
        online.PutFiles();
        online.InService();
        return online;
    }

    /// <summary>Everything imported and the technician gone: profile 1 holds. Other parameters as of <see cref="Fiscalised"/>.</summary>
    /// <param name="nrM">Minutes between attempts.</param>
    public static OnlineRegister Provisioned(int columns = Nf.Emulator.Machine.Hardware.PaperColumns, bool signsInSoftware = false,
        LinkKind way = LinkKind.Ethernet, int nrM = 30, bool airport = false)
    {
        var online = New(columns, signsInSoftware, way, airport);
        if (nrM != Profile.NrM) online.Put(online.OwnProfile() with { NrM = nrM });
        online.ImportAll();
        online.OutOfService();
        return online;
    }

    public void InService()
    {
        Register.Hardware.ServiceJumper.Closed = true;
        Register.Do(253, "0\t1234\t");
    }

    public void OutOfService()
    {
        Register.Do(149, "0\t");
        Register.Hardware.ServiceJumper.Closed = false;
    }

    /// <summary>The three files as they should be.</summary>
    public void PutFiles()
    {
        Drive.Put("ANAF.PEM", TechnicianFiles.Anaf(Desk.Authority));
        Drive.Put($"{Series}.PEM", TechnicianFiles.Certificate(Certificate));
        Put(OwnProfile());
    }

    public void Put(AnafProfile profile) => Drive.Put($"{Series}.P7B", TechnicianFiles.Configuration(Desk.Authority, profile, Now));

    public void Put(AnafReset reset) => Drive.Put($"{Series}.P7B", TechnicianFiles.Reset(Desk.Authority, reset, Now));

    /// <summary>ANAF's certificates as certANAF has them.</summary>
    public string AnafCertificates() => TechnicianFiles.CertAnaf(Desk.Authority);

    /// <summary>Lets the register do what it does by itself, some minutes of it.</summary>
    public void Settle()
    {
        Register.Machine.RunToRest();
        Register.Machine.Idle(TimeSpan.FromSeconds(2));
        Register.Machine.RunUntil(() => Register.Register.Reporting.Maker.IsDone && Register.Register.IsOnlineQuiet, 900_000_000);
        Register.Machine.Idle(TimeSpan.FromSeconds(2));
        Register.Machine.RunUntil(() => Register.Register.IsOnlineQuiet, 900_000_000);
        Register.Machine.RunToRest();
    }

    /// <summary>Moves the clock.</summary>
    public void At(DateTime time)
    {
        Register.Machine.RunToRest();
        Register.Civil.Set(time);
        Register.Machine.Idle(TimeSpan.FromSeconds(1));
    }

    /// <summary>Off and on.</summary>
    public void Restart() => Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn());

    /// <summary>The module's memory and its keys are lost.</summary>
    public void LoseModule()
    {
        _memory.Write(0, new byte[Mb85rsModel.Size]);
        Vault.Erase(0);
        Vault.Erase(1);
    }

    public void Dispose()
    {
        Desk.Dispose();
        Vault?.Dispose();
        _folder.Dispose();
    }

    private static Dictionary<string, byte[]> DeskFiles()
    {
        using var folder = new TempFolder();
        using (var desk = AnafDesk.Open(folder.Root, s_opened, keys: TestKeys.Stored(4))) desk.Registers.Add(Series, "U", "99999991", s_opened);
        return Directory.GetFiles(folder.Root).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
    }

    private AnafProfile OwnProfile()
    {
        var profile = Profile with { CertANAF = AnafCertificates() };
        return _isAirport ? profile with { Urls = [new(4, "https://anaf.test/aeroport"), new(5, "https://anaf.test/certificat")] } : profile;
    }

    private OnlineHardware Hardware(PowerSupply power, VirtualTime time, VirtualCivilTime civil) => new(power, _memory)
    {
        SecureElement = _signsInSoftware ? null : Vault = new SecureElementModel(power) { NewKey = _keys.Next },
        Network = new NetworkHardware(time, civil, Internet) { Kinds = [_way] },
    };
}
