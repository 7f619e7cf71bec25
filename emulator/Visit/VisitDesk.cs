using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Host;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Visit;

/// <summary>Visits to a register that lives, one at a time. Everything here may be called from any thread.</summary>
/// <remarks><code>if (desk.Begin(plan)) await desk.Ended; Show(desk.Progress);</code></remarks>
/// <param name="site">The register.</param>
/// <param name="anaf">ANAF's stand-in, which the register reaches.</param>
/// <param name="papers">Where the papers go.</param>
public sealed class VisitDesk(IVisitSite site, AnafServer anaf, VisitPapers papers)
{
    private const string LeaveService = "0";
    private const string Again = "Porniți vizita din nou.";

    private readonly Lock _lock = new();
    private volatile VisitProgress _progress = VisitProgress.None;

    /// <summary>Raised after each step, on any thread. Handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The visit under way, or the last one.</summary>
    public VisitProgress Progress => _progress;

    /// <summary>The papers of the last visit that was done whole.</summary>
    public VisitPapers Papers => papers;

    /// <summary>Ends when the visit under way does; over when there is none. It never fails.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins a visit.</summary>
    /// <returns>False: one is under way, and goes on.</returns>
    public bool Begin(VisitPlan plan)
    {
        lock (_lock)
        {
            if (_progress.IsUnderWay) return false;
            Set(new VisitProgress(true, [], null));
            Ended = Task.Run(() => RunAsync(plan));
            return true;
        }
    }

    private async Task RunAsync(VisitPlan plan)
    {
        var failure = await TryAsync(plan);
        if (failure is not null) await CleanUpAsync();
        Set(_progress with { IsUnderWay = false, Failure = failure });
    }

    private async Task<VisitFailure?> TryAsync(VisitPlan plan)
    {
        try
        {
            var record = await new TechnicianVisit(site, anaf, plan, step => Set(_progress with { Done = [.. _progress.Done, step] })).RunAsync();
            await papers.SaveAsync(record);
            return null;
        }
        catch (VisitRefusedException e)
        {
            return new VisitFailure(e.About.Length == 0 ? Cause(e.Error) : $"{Cause(e.Error)} ({e.About})", FiscalErrors.Next((FiscalError)e.Error), e.Error);
        }
        catch (OperationCanceledException)
        {
            return new VisitFailure("Aparatul a fost oprit.", "Porniți aparatul.");
        }
        // Whatever it was, the page says so: nobody else waits for this task.
        catch (Exception e)
        {
            return new VisitFailure(e.Message, Again);
        }
    }

    // A visit that ended early leaves a register that sells, as the technician would.
    private async Task CleanUpAsync()
    {
        try
        {
            await new VisitLine(site).TrySendAsync(149, LeaveService);
            await site.AskAsync(machine => machine.Hardware.ServiceJumper.Closed = false);
        }
        catch (Exception e) when (e is OperationCanceledException or HostLinkException)
        {
            // It was switched off, or hangs: what ended the visit is told already.
        }
    }

    private static string Cause(int error) => FiscalErrors.Cause((FiscalError)error);

    private void Set(VisitProgress progress)
    {
        _progress = progress;
        Changed?.Invoke();
    }
}
