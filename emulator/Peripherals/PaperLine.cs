namespace Nf.Emulator.Peripherals;

/// <summary>One thing on the paper: a line of text, a QR code, or a cut.</summary>
/// <param name="Text">What can be read, in Unicode; empty for a blank line, a QR code and a cut.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Align">Where it stands across the paper.</param>
/// <param name="QrPayload">What a QR code says; null when it is none.</param>
/// <param name="IsCut">The paper is cut here.</param>
public sealed record PaperLine(
    string Text,
    PaperStyle Style = PaperStyle.None,
    PaperAlign Align = PaperAlign.Left,
    string? QrPayload = null,
    bool IsCut = false)
{
    /// <summary>A cut.</summary>
    public static PaperLine Cut { get; } = new("", IsCut: true);

    /// <summary>A QR code.</summary>
    public static PaperLine Qr(string payload, PaperAlign align) => new("", Align: align, QrPayload: payload);
}
