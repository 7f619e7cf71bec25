namespace Nf.Emulator.Page;

/// <summary>What runs beside the register that the page shows.</summary>
/// <param name="Anaf">Null: no stand-in.</param>
internal sealed record Neighbours(AnafBeside? Anaf);
