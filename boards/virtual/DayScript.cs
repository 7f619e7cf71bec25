using System;

namespace Nf.Boards.Virtual;

/// <summary>The day that is played: so many receipts of one to nine lines, and the Z report. Every run is the same.</summary>
/// <remarks><code>for (script.Begin(); script.Next(); ) Send(script.Command, script.Data, script.Time);</code></remarks>
public sealed class DayScript
{
    /// <summary>Receipts of a run that is to be read by a person.</summary>
    public const int UsualReceipts = 20;

    private const int OpenReceipt = 48;
    private const int Sell = 49;
    private const int Pay = 53;
    private const int CloseReceipt = 56;
    private const int Report = 69;
    private const int SecondsBetween = 90;
    private const int MaxLines = 9;

    private static readonly string[] s_sales =
    {
        "PÂINE ALBĂ FELIATĂ 500G\t2\t4.50\t1.000\t\t\t1\tBUC\t",
        "LAPTE DE VACĂ 1L\t2\t8.90\t2.000\t\t\t1\tBUC\t",
        "TELEMEA DE OAIE\t2\t45.90\t0.285\t\t\t1\tKG\t",
        "ȚIGĂRI\t1\t27.50\t1.000\t\t\t1\tBUC\t",
        "CAFEA LA PAHAR\t1\t7.00\t1.000\t\t\t1\tBUC\t",
    };

    private readonly int _receipts;
    private int _receipt;
    private int _line;

    /// <param name="receipts">How many, 1 to 500: the last one is open at 20:30.</param>
    public DayScript(int receipts) => _receipts = receipts;

    /// <summary>The command's number.</summary>
    public int Command { get; private set; }

    /// <summary>Its fields, each followed by TAB.</summary>
    public string Data { get; private set; } = "";

    /// <summary>What the clock shows then.</summary>
    public DateTime Time { get; private set; } = Opening(0);

    /// <summary>The moment the script begins at; the shop is fiscalised then.</summary>
    public static DateTime Opening(int seconds) => new DateTime(2026, 11, 16, 8 + seconds / 3600, seconds / 60 % 60, seconds % 60);

    /// <summary>It is the Z report.</summary>
    public bool IsReport => Command == Report;

    /// <summary>Goes to the next command; false after the Z report.</summary>
    public bool Next()
    {
        if (_receipt > _receipts) return false;
        if (_receipt == _receipts) SetReport();
        else SetReceiptLine(_receipt % MaxLines + 1);
        return true;
    }

    private void SetReport()
    {
        Set(Report, "Z\t");
        _receipt++;
    }

    private void SetReceiptLine(int lines)
    {
        if (_line == 0)
        {
            Time = Opening((_receipt + 1) * SecondsBetween);
            Set(OpenReceipt, "1\t0001\t1\t\t\t");
        }
        else if (_line <= lines) Set(Sell, s_sales[(_receipt + _line) % s_sales.Length]);
        else if (_line == lines + 1) Set(Pay, _receipt % 3 == 0 ? "1\t\t" : "0\t500.00\t");
        else Set(CloseReceipt, "");

        _line++;
        if (_line < lines + 3) return;
        _line = 0;
        _receipt++;
    }

    private void Set(int command, string data)
    {
        Command = command;
        Data = data;
    }
}
