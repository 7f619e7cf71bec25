using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Visit;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.WholePath;

/// <summary>A technician before a register in RAM; the drive in its slot shows what is in a folder.</summary>
internal sealed class ShopSite(TestRegister register) : IVisitSite, IDisposable
{
    private readonly TempFolder _drive = new();

    /// <inheritdoc/>
    public event Action<PaperLine>? Printed
    {
        add => register.Roll.Appended += value;
        remove => register.Roll.Appended -= value;
    }

    /// <inheritdoc/>
    public string DriveFolder => _drive.Root;

    /// <summary>ANAF's stand-in on a socket, with the clock of the register.</summary>
    public static Task<AnafServer> StartAnafAsync(AnafDesk desk, TestRegister register) =>
        AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(new CivilClock(register)));

    /// <summary>The whole visit.</summary>
    /// <param name="server">Who gives the files, registers and confirms.</param>
    /// <param name="way">The way out that the register shall use.</param>
    public Task VisitAsync(AnafServer server, string way) => new TechnicianVisit(this, server, VisitPlan.Over(way, VisitOrder.Demo), _ => { }).RunAsync();

    /// <inheritdoc/>
    public Task<T> AskAsync<T>(Func<RegisterMachine, T> work)
    {
        var slot = (MemoryDrive)register.Hardware.Drive;
        foreach (var file in Directory.GetFiles(DriveFolder)) slot.Put(Path.GetFileName(file), File.ReadAllBytes(file));
        register.Machine.RunToRest();
        return Task.FromResult(work(register.Machine));
    }

    /// <inheritdoc/>
    public Task<bool> WaitAsync(Func<RegisterMachine, bool> condition, TimeSpan most) =>
        Task.FromResult(register.Machine.RunUntil(() => condition(register.Machine), (long)most.TotalMicroseconds));

    public void Dispose() => _drive.Dispose();
}
