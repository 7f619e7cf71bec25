using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>One line, feed, cut or drawer pulse as the ESC/POS bytes that do it, kept until the printer has proved it done.</summary>
/// <remarks>It starts and ends with the printer's default settings, so that it can be sent again to a printer just initialised.</remarks>
internal sealed class EscPosJob
{
    /// <summary>The longest text that a line may have, in bytes of UTF-8.</summary>
    internal const int TextLimit = 160;

    /// <summary>The longest job: a QR code with the longest text.</summary>
    internal const int Capacity = TextLimit + 56;

    private const byte LineFeed = 0x0A;
    private const int MaxPulseUnits = 255;

    // ESC J n: feeds n dots; the printer adds no quiet zone of four modules above and below a QR code.
    private static readonly byte[] s_quietZone = { 0x1B, (byte)'J', 24 };
    private static readonly byte[] s_alignLeft = { 0x1B, (byte)'a', 0 };
    private static readonly byte[] s_alignCenter = { 0x1B, (byte)'a', 1 };
    private static readonly byte[] s_boldOn = { 0x1B, (byte)'E', 1 };
    private static readonly byte[] s_boldOff = { 0x1B, (byte)'E', 0 };
    private static readonly byte[] s_tallOn = { 0x1D, (byte)'!', 0x01 };
    private static readonly byte[] s_tallOff = { 0x1D, (byte)'!', 0x00 };
    private static readonly byte[] s_underlineOn = { 0x1B, (byte)'-', 1 };
    private static readonly byte[] s_underlineOff = { 0x1B, (byte)'-', 0 };
    private static readonly byte[] s_userCharactersOn = { 0x1B, (byte)'%', 1 };
    private static readonly byte[] s_userCharactersOff = { 0x1B, (byte)'%', 0 };

    // GS ( k pL pH 31h fn: 41h model 2, 43h module size in dots, 45h error correction M, 50h store, 51h print.
    private static readonly byte[] s_qrModel = { 0x1D, (byte)'(', (byte)'k', 4, 0, 0x31, 0x41, 0x32, 0 };
    private static readonly byte[] s_qrModuleSize = { 0x1D, (byte)'(', (byte)'k', 3, 0, 0x31, 0x43, 6 };
    private static readonly byte[] s_qrCorrection = { 0x1D, (byte)'(', (byte)'k', 3, 0, 0x31, 0x45, 0x31 };
    private static readonly byte[] s_qrPrint = { 0x1D, (byte)'(', (byte)'k', 3, 0, 0x31, 0x51, 0x30 };

    // GS h n: height in dots; GS w 2: narrow bars of two dots.
    private static readonly byte[] s_barcodeSize = { 0x1D, (byte)'h', 80, 0x1D, (byte)'w', 2 };

    // ESC d n: prints and feeds n lines. ESC p 0 on off: a pulse on the drawer's pin, in units of 2 ms.
    private static readonly byte[] s_feed = { 0x1B, (byte)'d', 0 };
    private static readonly byte[] s_drawer = { 0x1B, (byte)'p', 0, 0, 255 };

    // GS V 66 n: feeds to the cutting position plus n, then cuts.
    private static readonly byte[] s_cut = { 0x1D, (byte)'V', 66, 0 };

    // GS r 1: answered when everything before it has been processed.
    private static readonly byte[] s_askWhenDone = { 0x1D, (byte)'r', 1 };

    /// <summary>The bytes; the first <see cref="Length"/> are the job.</summary>
    internal byte[] Bytes { get; } = new byte[Capacity];

    /// <summary>How long it is; 0 when there is no job.</summary>
    internal int Length { get; private set; }

    internal void Clear() => Length = 0;

    /// <summary>Becomes a line.</summary>
    internal void SetLine(byte[] text, int offset, int count, LineStyle style)
    {
        Clear();
        if (style == LineStyle.QrCode) AddQrCode(text, offset, count);
        else if (style >= LineStyle.Ean8) AddBarcode(text, offset, count, style);
        else AddStyled(text, offset, count, style);
        Add(s_askWhenDone);
    }

    /// <summary>Becomes a feed of 1 to 99 lines.</summary>
    internal void SetFeed(int lines)
    {
        Clear();
        Add(s_feed);
        Bytes[Length - 1] = (byte)lines;
        Add(s_askWhenDone);
    }

    /// <summary>Becomes a pulse for the drawer, 2 to 510 ms.</summary>
    internal void SetDrawerPulse(int milliseconds)
    {
        int units = milliseconds / 2;
        if (units < 1) units = 1;
        if (units > MaxPulseUnits) units = MaxPulseUnits;
        Clear();
        Add(s_drawer);
        Bytes[Length - 2] = (byte)units;
        Add(s_askWhenDone);
    }

    /// <summary>Becomes a cut.</summary>
    internal void SetCut()
    {
        Clear();
        Add(s_cut);
        Add(s_askWhenDone);
    }

    private void AddStyled(byte[] text, int offset, int count, LineStyle style)
    {
        bool tall = style == LineStyle.Tall || style == LineStyle.TallUnderlined;
        bool bold = tall || style == LineStyle.Bold || style == LineStyle.BoldUnderlined;
        bool underlined = style >= LineStyle.Underlined;
        if (bold) Add(s_boldOn);
        if (tall) Add(s_tallOn);
        if (underlined) Add(s_underlineOn);
        if (style == LineStyle.Logotype) AddWithLogotype(text, offset, count);
        else AddText(text, offset, count);
        Bytes[Length++] = LineFeed;
        if (underlined) Add(s_underlineOff);
        if (tall) Add(s_tallOff);
        if (bold) Add(s_boldOff);
    }

    // GS k m n d...: m is 67 for EAN-13, 68 for EAN-8, 73 for Code 128, whose data says which character set it is in: {B,
    // the only one whose bytes a printer never takes for a command.
    private void AddBarcode(byte[] text, int offset, int count, LineStyle style)
    {
        Add(s_alignCenter);
        Add(s_barcodeSize);
        Bytes[Length++] = 0x1D;
        Bytes[Length++] = (byte)'k';
        Bytes[Length++] = (byte)(style == LineStyle.Ean13 ? 67 : style == LineStyle.Ean8 ? 68 : 73);
        int size = Length++;
        if (style == LineStyle.Code128)
        {
            Bytes[Length++] = (byte)'{';
            Bytes[Length++] = (byte)'B';
        }

        for (int i = offset; i < offset + count; i++)
        {
            if (text[i] == '{') Bytes[Length++] = (byte)'{';
            Bytes[Length++] = text[i];
        }

        Bytes[size] = (byte)(Length - size - 1);
        Add(s_alignLeft);
    }

    private void AddWithLogotype(byte[] text, int offset, int count)
    {
        int letters = FindLetters(text, offset, count);
        if (letters < 0)
        {
            AddText(text, offset, count);
            return;
        }
        AddText(text, offset, letters - offset);
        Add(s_userCharactersOn);
        AddText(text, letters, 2);
        Add(s_userCharactersOff);
        AddText(text, letters + 2, offset + count - letters - 2);
    }

    // Only the first "RL": one sign stands on a line, and what follows it may contain the letters too.
    private static int FindLetters(byte[] text, int offset, int count)
    {
        for (int i = offset; i + 1 < offset + count; i++)
        {
            if (text[i] == 'R' && text[i + 1] == 'L') return i;
        }
        return -1;
    }

    private void AddQrCode(byte[] text, int offset, int count)
    {
        Add(s_alignCenter);
        Add(s_quietZone);
        Add(s_qrModel);
        Add(s_qrModuleSize);
        Add(s_qrCorrection);
        AddQrData(text, offset, count);
        Add(s_qrPrint);
        Add(s_quietZone);
        Add(s_alignLeft);
    }

    private void AddQrData(byte[] text, int offset, int count)
    {
        Add(s_qrPrint);
        Bytes[Length - 5] = (byte)(count + 3);
        Bytes[Length - 2] = 0x50;
        Array.Copy(text, offset, Bytes, Length, count);
        Length += count;
    }

    private void AddText(byte[] text, int offset, int count) =>
        Length += Pc852.FromUtf8(text, offset, count, Bytes, Length);

    private void Add(byte[] command)
    {
        Array.Copy(command, 0, Bytes, Length, command.Length);
        Length += command.Length;
    }
}
