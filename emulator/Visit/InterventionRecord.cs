namespace Nf.Emulator.Visit;

/// <summary>One entry of the intervention book (norms, art. 108).</summary>
/// <param name="RequestedAt">(1) a): when the visit was asked for.</param>
/// <param name="BegunAt">(1) b): when the intervention began.</param>
/// <param name="Seal">(1) c): state of the seal.</param>
/// <param name="Fault">(1) c): the fault in short, or what was to be done.</param>
/// <param name="Before">(1) d): last receipt and Z before.</param>
/// <param name="After">(1) e): last Z after.</param>
/// <param name="EndedAt">(1) f): when it ended; technician and signature are of the order.</param>
/// <param name="Resets">(1) g): resets of the working memory during the intervention.</param>
/// <param name="Work">What was done, a line each.</param>
/// <param name="OperatorTrained">(2): the operator was trained.</param>
public sealed record InterventionRecord(DateTime RequestedAt, DateTime BegunAt, string Seal, string Fault, LastDocuments Before, LastDocuments After,
    DateTime EndedAt, int Resets, IReadOnlyList<string> Work, bool OperatorTrained);

/// <summary>The newest fiscal documents of a register; 0 for none.</summary>
/// <param name="Receipt">Number of the receipt issued last, within its day.</param>
/// <param name="ReceiptDay">Number of that receipt's Z.</param>
/// <param name="Z">Number of the last Z.</param>
public sealed record LastDocuments(int Receipt, int ReceiptDay, int Z);
