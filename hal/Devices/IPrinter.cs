using System;

namespace Nf.Hal.Devices;

/// <summary>The receipt printer: one line at a time, each confirmed by the printer before the next.</summary>
/// <remarks>
/// A driver over a printer's serial line implements it as a state machine that <see cref="Poll"/> moves.
/// The fiscal core prints a document line by line and records after each how far it is:
/// <code>if (printer.Idle) printer.PrintLine(text, 0, length, LineStyle.Normal);</code>
/// A fault while a line is under way leaves <see cref="Idle"/> false; the line is finished by the printer when the fault
/// is mended, or sent again when the printer lost it with its power.
/// </remarks>
public interface IPrinter
{
    /// <summary>Characters on a line of normal width; the norms ask for at least 18 (art. 55).</summary>
    int Columns { get; }

    /// <summary>What the printer last said of itself; asked anew at least every half second.</summary>
    PrinterFaults Faults { get; }

    /// <summary>Everything handed over is on paper, confirmed by the printer.</summary>
    bool Idle { get; }

    /// <summary>Starts one line. Text is UTF-8 without control characters, at most 160 bytes.</summary>
    /// <exception cref="System.InvalidOperationException">The line before is not on paper yet.</exception>
    void PrintLine(byte[] text, int offset, int count, LineStyle style);

    /// <summary>Starts feeding the paper by 1 to 99 empty lines.</summary>
    /// <exception cref="System.InvalidOperationException">The line before is not on paper yet.</exception>
    void Feed(int lines);

    /// <summary>Starts feeding the paper to the cutter and cutting it.</summary>
    /// <exception cref="System.InvalidOperationException">The line before is not on paper yet.</exception>
    void Cut();

    /// <summary>Moves the driver one bounded step. Called once a turn.</summary>
    void Poll();
}

/// <summary>How a line looks.</summary>
public enum LineStyle
{
    /// <summary>The printer's normal font.</summary>
    Normal = 0,

    /// <summary>Emphasised.</summary>
    Bold = 1,

    /// <summary>Twice as high, emphasised: the receipt's total.</summary>
    Tall = 2,

    /// <summary>The letters "RL" in the text are drawn as the fiscal logotype (norms, annex 4).</summary>
    Logotype = 3,

    /// <summary>The text is printed as a QR code, centred; nothing of it is readable as text.</summary>
    QrCode = 4,

    /// <summary>A line below the letters.</summary>
    Underlined = 5,

    /// <summary>Emphasised, a line below.</summary>
    BoldUnderlined = 6,

    /// <summary>Twice as high, emphasised, a line below.</summary>
    TallUnderlined = 7,

    /// <summary>The text, 8 digits of which the last one checks, is printed as a bar code, centred; none of it is readable.</summary>
    Ean8 = 8,

    /// <summary>As <see cref="Ean8"/>, 13 digits.</summary>
    Ean13 = 9,

    /// <summary>As <see cref="Ean8"/>, characters 20h to 7Eh; 11 modules of 2 dots each and 35 more fit across the paper.</summary>
    Code128 = 10,
}

/// <summary>What can be wrong with a printer; several at once.</summary>
[Flags]
public enum PrinterFaults
{
    /// <summary>Ready.</summary>
    None = 0,

    /// <summary>No paper under the head.</summary>
    PaperEnd = 1,

    /// <summary>The roll's end is near; printing goes on.</summary>
    PaperNearEnd = 2,

    /// <summary>The cover is open.</summary>
    CoverOpen = 4,

    /// <summary>The printer takes no data for now (feed button held, waiting for the operator).</summary>
    Offline = 8,

    /// <summary>Cutter jam, head too hot, or an unrecoverable mechanism error.</summary>
    Mechanism = 16,

    /// <summary>No answer on the line.</summary>
    NotConnected = 32,
}
