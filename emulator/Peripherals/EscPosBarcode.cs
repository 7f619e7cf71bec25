using System.Text;

namespace Nf.Emulator.Peripherals;

/// <summary>The bar codes of GS k: EAN-8, EAN-13 and Code 128; a wrong or too wide one is not printed, as on the real printer.</summary>
internal sealed class EscPosBarcode(IEscPosMechanism mechanism, int columns)
{
    private const int ColumnDots = 12;
    private const int DefaultHeight = 162;
    private const int DefaultModule = 3;

    /// <summary>GS h.</summary>
    public int HeightDots { get; set; } = DefaultHeight;

    /// <summary>GS w.</summary>
    public int ModuleDots { get; set; } = DefaultModule;

    /// <summary>Defaults.</summary>
    public void Reset()
    {
        HeightDots = DefaultHeight;
        ModuleDots = DefaultModule;
    }

    /// <summary>Executes GS k m n d1..dn, whole.</summary>
    public void Print(byte[] command, PaperAlign align)
    {
        var data = Encoding.ASCII.GetString(command.AsSpan(4));
        var (kind, text, modules) = command[2] switch
        {
            67 when IsEan(data, 13) => ("EAN-13", data, 95),
            68 when IsEan(data, 8) => ("EAN-8", data, 67),
            73 when data.StartsWith("{B", StringComparison.Ordinal) => OfCode128(data[2..].Replace("{{", "{")),
            _ => ("", "", 0),
        };
        if (modules == 0 || modules * ModuleDots > columns * ColumnDots)
        {
            mechanism.Log($"bar code {Convert.ToHexString(command)} not printed: wrong, too wide, or not modelled");
            return;
        }

        mechanism.Queue(PaperLine.OfBarcode($"{kind} {text}", align), EscPosTiming.Feed(HeightDots));
    }

    private static (string Kind, string Text, int Modules) OfCode128(string text) => ("CODE 128", text, 35 + 11 * text.Length);

    private static bool IsEan(string data, int length)
    {
        if (data.Length != length || !data.All(char.IsAsciiDigit)) return false;
        var sum = data.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return sum % 10 == 0;
    }
}
