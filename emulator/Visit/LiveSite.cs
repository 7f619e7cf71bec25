using System.Runtime.ExceptionServices;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Visit;

/// <summary>A register that lives: the technician's commands take turns with its host line, and time is the wall's.</summary>
/// <remarks><code>var site = new LiveSite(live, directory.DriveFolder); stored.Printed += site.Print;</code></remarks>
/// <param name="live">The register.</param>
/// <param name="drive">The folder of its drive.</param>
public sealed class LiveSite(LiveRegister live, string drive) : IVisitSite
{
    private static readonly TimeSpan s_lookInterval = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public event Action<PaperLine>? Printed;

    /// <inheritdoc/>
    public string DriveFolder => drive;

    /// <summary>Tells of a line that has come out of the printer.</summary>
    public void Print(PaperLine line) => Printed?.Invoke(line);

    /// <inheritdoc/>
    /// <exception cref="HostLinkException">The register did not answer a command.</exception>
    /// <exception cref="OperationCanceledException">The register has ended.</exception>
    public async Task<T> AskAsync<T>(Func<RegisterMachine, T> work)
    {
        // What is thrown on the machine's thread would end the register; an answer that does not come is the caller's matter.
        var (answer, silence) = await live.BetweenCommandsAsync((machine, _) => Try(work, machine));
        silence?.Throw();
        return answer!;
    }

    /// <inheritdoc/>
    public async Task<bool> WaitAsync(Func<RegisterMachine, bool> condition, TimeSpan most)
    {
        var end = await AskAsync(Now) + (long)most.TotalMicroseconds;
        while (true)
        {
            var (holds, isLate) = await AskAsync(machine => (condition(machine), Now(machine) >= end));
            if (holds || isLate) return holds;
            await Task.Delay(s_lookInterval);
        }
    }

    private static (T? Answer, ExceptionDispatchInfo? Silence) Try<T>(Func<RegisterMachine, T> work, RegisterMachine machine)
    {
        try
        {
            return (work(machine), null);
        }
        catch (HostLinkException e)
        {
            return (default, ExceptionDispatchInfo.Capture(e));
        }
    }

    private static long Now(RegisterMachine machine) => machine.Hardware.Time.NowMicroseconds;
}
