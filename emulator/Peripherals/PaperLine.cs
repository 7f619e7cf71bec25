namespace Nf.Emulator.Peripherals;

/// <summary>One thing on the paper: a line of text, a QR code, a bar code, or a cut.</summary>
/// <param name="Text">What can be read, in Unicode; empty for a blank line, a code and a cut.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Align">Where it stands across the paper.</param>
/// <param name="QrPayload">What a QR code says; null when it is none.</param>
/// <param name="IsCut">The paper is cut here.</param>
/// <param name="Barcode">Kind and content of a bar code, as "EAN-13 8410376017113"; null when it is none.</param>
public sealed record PaperLine(
    string Text,
    PaperStyle Style = PaperStyle.None,
    PaperAlign Align = PaperAlign.Left,
    string? QrPayload = null,
    bool IsCut = false,
    string? Barcode = null)
{
    /// <summary>A cut.</summary>
    public static PaperLine Cut { get; } = new("", IsCut: true);

    /// <summary>A bar code.</summary>
    public static PaperLine OfBarcode(string content, PaperAlign align) => new("", Align: align, Barcode: content);

    /// <summary>A QR code.</summary>
    public static PaperLine Qr(string payload, PaperAlign align) => new("", Align: align, QrPayload: payload);
}
