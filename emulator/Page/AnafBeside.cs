using Nf.Emulator.Visit;

namespace Nf.Emulator.Page;

/// <summary>ANAF's stand-in beside the register, as far as the register's page needs it.</summary>
/// <param name="Visits">Visits that connect the register to it.</param>
/// <param name="Address">Of the stand-in's own page.</param>
public sealed record AnafBeside(VisitDesk Visits, string Address);
