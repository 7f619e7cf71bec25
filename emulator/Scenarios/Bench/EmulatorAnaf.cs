using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Hal.Devices;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>ANAF's stand-in behind a network in memory, and the register's online module, with stored keys: every run is the same.</summary>
internal sealed class EmulatorAnaf : IDisposable
{
    private const int DeskKeys = 8;
    private const int RegisterKeys = 20;
    private const int ImportCommand = 253;

    private readonly string _folder = Directory.CreateTempSubdirectory("nf-anaf-").FullName;
    private readonly Dictionary<BenchFault, long> _prepared = [];
    private readonly HashSet<long> _acknowledged = [];
    private readonly AnafDesk _desk;
    private readonly Func<DateTimeOffset> _now;
    private readonly InMemoryInternet _internet;

    /// <param name="civil">The register's clock; ANAF's shows the same, winter time taken for granted.</param>
    public EmulatorAnaf(PowerSupply power, VirtualTime time, VirtualCivilTime civil, LinkKind way)
    {
        _now = () => new DateTimeOffset(civil.Now, TimeSpan.FromHours(2));
        _desk = AnafDesk.Open(_folder, _now().AddDays(-1), keys: TestKeys.Stored(DeskKeys));
        var server = new AnafInMemory(_desk, _now) { Watch = (_, _, _) => _acknowledged.Add(_desk.Messages.List(count: 1)[0].Id) };
        _internet = new InMemoryInternet(server.Serve);
        var keys = TestKeys.Stored(RegisterKeys);
        Online = new OnlineHardware(power, new RamStore(Mb85rsModel.Size))
        {
            SecureElement = new SecureElementModel(power) { NewKey = keys.Next },
            Network = new NetworkHardware(time, civil, _internet) { Kinds = [way] },
        };
    }

    /// <summary>The register's online module.</summary>
    public OnlineHardware Online { get; }

    /// <summary>What came in, oldest first.</summary>
    public IReadOnlyList<AnafMail> Mail => [.. _desk.Messages.List().Reverse().Select(row => new AnafMail(
        row.Z, row.Code is AnafCode.Taken or AnafCode.HadAlready && _acknowledged.Contains(row.Id), System.Text.Encoding.UTF8.GetString(_desk.Messages.Content(row.Id) ?? [])))];

    /// <summary>The technician's visit, as short as it can be: files on the drive, three imports.</summary>
    public void Provision(Hardware hardware, DatecsClient host, Action settle)
    {
        _desk.Registers.Add(DemoShop.Series, "U", "99999991", _now().AddHours(-1));
        var drive = (MemoryDrive)hardware.Drive;
        drive.Put("ANAF.PEM", TechnicianFiles.Anaf(_desk.Authority));
        drive.Put($"{DemoShop.Series}.PEM", TechnicianFiles.Certificate(_desk.Registers.WithKey(DemoShop.Series)!));
        drive.Put($"{DemoShop.Series}.P7B", TechnicianFiles.Configuration(_desk.Authority, Configuration(), _now()));
        hardware.ServiceJumper.Closed = true;
        host.Send(ImportCommand, "0", Visit.VisitPlan.FirstPassword);
        foreach (var file in new[] { "4", "5", "6" })
        {
            var reply = host.Send(ImportCommand, file);
            if (!reply.Ok) throw new InvalidOperationException($"import {file} was refused: {reply.ErrorCode}");
            settle();
        }

        host.Send(149, "0");
        hardware.ServiceJumper.Closed = false;
        drive.Empty();
    }

    /// <summary>Does a thing to the network or the server, or takes it back.</summary>
    /// <returns>False: it is neither's.</returns>
    public bool Set(BenchFault fault, bool on)
    {
        switch (fault)
        {
            case BenchFault.NetworkDown: _internet.Down = on; return true;
            case BenchFault.ServerSilent: Prepare(fault, AnswerKind.Silence, on); return true;
            case BenchFault.ServerRefuses: Prepare(fault, AnswerKind.Refuse, on); return true;
            default: return false;
        }
    }

    public void Dispose()
    {
        _desk.Dispose();
        Online.SecureElement?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private AnafProfile Configuration() => new(AnafProfile.IdOf(DemoShop.Series, _now().DateTime.AddHours(-1)))
    {
        TipP = 1,
        Data = _now().ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture),
        RapZ = 1,
        NrZ = 5,
        NrM = 30,
        NrT = 1440,
        CertANAF = TechnicianFiles.CertAnaf(_desk.Authority),
        Urls = [new(1, "https://anaf.test/bon"), new(5, "https://anaf.test/certificat")],
    };

    private void Prepare(BenchFault fault, AnswerKind kind, bool on)
    {
        if (_prepared.Remove(fault, out var before)) _desk.Prepared.Remove(before);
        if (on) _prepared[fault] = _desk.Prepared.Add(new PreparedAnswer { Kind = kind, Times = 0 }).Id;
    }
}
