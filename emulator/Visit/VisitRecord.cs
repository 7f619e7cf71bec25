namespace Nf.Emulator.Visit;

/// <summary>A whole visit: the order, what the register said of itself, the entry of the intervention book, what was printed.</summary>
/// <param name="Order">People and papers.</param>
/// <param name="Series">The register's fiscal series (NUI).</param>
/// <param name="SerialNumber">The maker's serial number.</param>
/// <param name="FiscalCode">The operator's fiscal code.</param>
/// <param name="FiscalisedAt">When the fiscal memory was activated.</param>
/// <param name="Intervention">The entry of the intervention book.</param>
/// <param name="Connection">Lines of the printed connection report; empty when none was printed.</param>
/// <param name="Closure">Lines of the Z that was sent; empty when none was printed.</param>
public sealed record VisitRecord(VisitOrder Order, string Series, string SerialNumber, string FiscalCode, DateTime? FiscalisedAt,
    InterventionRecord Intervention, IReadOnlyList<string> Connection, IReadOnlyList<string> Closure);
