using Microsoft.AspNetCore.Components;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Page;

/// <summary>A part of the page that shows the register itself.</summary>
public abstract class RegisterPart : LivePart
{
    /// <summary>What is shown.</summary>
    [Inject]
    protected LiveRegister Live { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Watch(Action changed) => Live.Changed += changed;

    /// <inheritdoc/>
    protected override void Unwatch(Action changed) => Live.Changed -= changed;
}
