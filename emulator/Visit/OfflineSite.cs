using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Emulator.Visit;

/// <summary>A stored register that was switched on for the visit; its time runs as fast as it can.</summary>
/// <param name="stored">The register.</param>
/// <param name="machine">The same, running.</param>
/// <param name="drive">The folder of its drive.</param>
internal sealed class OfflineSite(StoredRegister stored, RegisterMachine machine, string drive) : IVisitSite
{
    /// <inheritdoc/>
    public event Action<PaperLine>? Printed
    {
        add => stored.Printed += value;
        remove => stored.Printed -= value;
    }

    /// <inheritdoc/>
    public string DriveFolder => drive;

    /// <inheritdoc/>
    public Task<T> AskAsync<T>(Func<RegisterMachine, T> work)
    {
        machine.RunToRest();
        return Task.FromResult(work(machine));
    }

    /// <inheritdoc/>
    public Task<bool> WaitAsync(Func<RegisterMachine, bool> condition, TimeSpan most) =>
        Task.FromResult(machine.RunUntil(() => condition(machine), (long)most.TotalMicroseconds));
}
