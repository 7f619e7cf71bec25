using System.Collections;
using System.Text;
using QRCoder;

namespace Nf.Emulator.Page;

/// <summary>A QR code as an SVG path of dark runs, one unit for each module, without the quiet zone.</summary>
/// <param name="Size">Modules on each side.</param>
/// <param name="Data">The path.</param>
internal sealed record QrPath(int Size, string Data)
{
    /// <summary>Draws a payload with error correction M, as the register asks its printer to.</summary>
    internal static QrPath Of(string payload)
    {
        using var code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var (rows, margin) = (code.ModuleMatrix, QuietZone(code.ModuleMatrix));
        var path = new StringBuilder();
        for (var y = margin; y < rows.Count - margin; y++) AddRow(path, rows[y], y - margin, margin);
        return new QrPath(rows.Count - 2 * margin, path.ToString());
    }

    // The corner module of a code is always dark.
    private static int QuietZone(List<BitArray> rows) => rows.FindIndex(row => row.HasAnySet());

    private static void AddRow(StringBuilder path, BitArray row, int y, int margin)
    {
        for (var x = margin; x < row.Count; x++)
        {
            var start = x;
            while (x < row.Count && row[x]) x++;
            if (x > start) path.Append($"M{start - margin} {y}h{x - start}v1h{start - x}z");
        }
    }
}
