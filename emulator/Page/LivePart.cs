using System.Threading.Channels;
using Microsoft.AspNetCore.Components;

namespace Nf.Emulator.Page;

/// <summary>A part of the page that is drawn anew when what it shows has changed, but no more often than an eye can follow.</summary>
public abstract class LivePart : ComponentBase, IDisposable
{
    /// <summary>Shortest time between two drawings, milliseconds.</summary>
    private const int Interval = 100;

    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Stops watching: the browser has left.</summary>
    public void Dispose()
    {
        Unwatch(NoteChange);
        _changes.Writer.TryComplete();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds a handler to what is shown.</summary>
    protected abstract void Watch(Action changed);

    /// <summary>Takes the handler away again.</summary>
    protected abstract void Unwatch(Action changed);

    /// <summary>Starts watching once a browser is there; it does not come here while the first HTML is made.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        Watch(NoteChange);
        NoteChange();
        _ = DrawAsync();
    }

    private void NoteChange() => _changes.Writer.TryWrite(true);

    private async Task DrawAsync()
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync())
        {
            await InvokeAsync(StateHasChanged);
            await Task.Delay(Interval);
        }
    }
}
