namespace Nf.Emulator.Page;

/// <summary>The page's server lives as long as its caller wants: unlike the framework's own, this watches no signals and prints nothing.</summary>
internal sealed class CallersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
