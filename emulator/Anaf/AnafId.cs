namespace Nf.Emulator.Anaf;

/// <summary>An identifier of the order taken apart: series, moment, Z number, receipt number.</summary>
/// <param name="Series">The register's series (NUI).</param>
/// <param name="Moment">Romanian civil time.</param>
/// <param name="Z">RRRR; null in an identifier without it.</param>
/// <param name="Receipt">BBBB; null in an identifier without it.</param>
internal sealed record AnafId(string Series, DateTime Moment, int? Z, int? Receipt)
{
    /// <summary>Characters of the identifier of a message without a Z, of one with a Z, and of a receipt.</summary>
    internal const int PlainLength = SeriesLength + AnafTime.MomentLength;

    internal const int ZLength = PlainLength + NumberLength;
    internal const int ReceiptLength = ZLength + NumberLength;

    private const int SeriesLength = 10;
    private const int NumberLength = 4;

    /// <summary>Reads an identifier; null when it has another form.</summary>
    /// <param name="length">How many characters it must have.</param>
    internal static AnafId? Read(string text, int length)
    {
        if (text.Length != length || !text.All(char.IsAsciiDigit)) return null;
        if (AnafTime.ReadMoment(text.Substring(SeriesLength, AnafTime.MomentLength)) is not { } moment) return null;
        return new AnafId(text[..SeriesLength], moment,
            length >= ZLength ? int.Parse(text.AsSpan(PlainLength, NumberLength)) : null,
            length >= ReceiptLength ? int.Parse(text.AsSpan(ZLength, NumberLength)) : null);
    }

    /// <summary>Ten digits.</summary>
    internal static bool IsSeries(string text) => text.Length == SeriesLength && text.All(char.IsAsciiDigit);
}
