using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Visit;
using Nf.Tests.Machine.Online;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.WholePath;

/// <summary>A technician before a register in RAM; the drive in its slot shows what is in a folder.</summary>
internal sealed class MonthSite(OnlineRegister online) : IVisitSite, IDisposable
{
    private readonly TempFolder _drive = new();

    /// <inheritdoc/>
    public event Action<PaperLine>? Printed
    {
        add => online.Register.Roll.Appended += value;
        remove => online.Register.Roll.Appended -= value;
    }

    /// <inheritdoc/>
    public string DriveFolder => _drive.Root;

    /// <inheritdoc/>
    public Task<T> AskAsync<T>(Func<RegisterMachine, T> work)
    {
        foreach (var file in Directory.GetFiles(DriveFolder)) online.Drive.Put(Path.GetFileName(file), File.ReadAllBytes(file));
        online.Register.Machine.RunToRest();
        return Task.FromResult(work(online.Register.Machine));
    }

    /// <inheritdoc/>
    public Task<bool> WaitAsync(Func<RegisterMachine, bool> condition, TimeSpan most) =>
        Task.FromResult(online.Register.Machine.RunUntil(() => condition(online.Register.Machine), (long)most.TotalMicroseconds));

    public void Dispose() => _drive.Dispose();
}
