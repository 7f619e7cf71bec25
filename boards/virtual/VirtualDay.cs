using System;
using Nf.Firmware.Errors;

namespace Nf.Boards.Virtual;

/// <summary>One run: fiscalisation, certificate, the day of the script, the Z report, a restart, the day's message.</summary>
public sealed class VirtualDay
{
    private const int PatienceTurns = 1000000;

    private readonly ITextOutput _output;
    private readonly HashedPaper _paper;
    private readonly VirtualBoard _board;
    private readonly DayScript _script;
    private readonly int _receipts;
    private readonly int[] _free = new int[2];
    private long _total;
    private long _vat;

    /// <param name="output">Gets the paper, and the summary after it.</param>
    /// <param name="receipts">Receipts of the day, 1 to 500.</param>
    public VirtualDay(ITextOutput output, int receipts)
    {
        _output = output;
        _receipts = receipts;
        _script = new DayScript(receipts);
        _paper = new HashedPaper(output);
        _board = new VirtualBoard(_paper, new ScriptClock(DayScript.Opening(0)));
    }

    /// <summary>Plays it.</summary>
    /// <exception cref="InvalidOperationException">The register refused something, or stands still; says what.</exception>
    public void Run()
    {
        _free[0] = FreeHeap.Bytes();
        Must(_board.PowerOn(), "start");
        Must(_board.Register.Fiscalise(DemoOrder.New()), "fiscalisation");
        Rest();
        Must(TestIdentity.Give(_board.Register), "certificate");
        while (_script.Next()) Do();
        Must(_board.PowerOn(), "restart");
        Rest();
        RunUntilMessage();
        _free[1] = FreeHeap.Bytes();
        new DaySummary(_output, _board).Write(_receipts, _total, _vat, _paper.Finish(), _free);
    }

    // What was sold is known until the Z report clears it.
    private void Do()
    {
        if (_script.IsReport)
        {
            _total = _board.Register.State.Totals.Total;
            _vat = _board.Register.State.Totals.TotalVat;
        }

        _board.Clock.Set(_script.Time);
        _board.Host.Send(_script.Command, _script.Data);
        for (int turns = 0; !_board.Host.IsAnswered; turns++) Turn(turns, "no answer");
        if (!_board.Host.IsDone) throw new InvalidOperationException(_script.Data + " was refused: " + _board.Host.Result);
        Rest();
    }

    private void Rest()
    {
        for (int turns = 0; !_board.Register.IsAtRest; turns++) Turn(turns, "a document is not finished");
    }

    private void RunUntilMessage()
    {
        for (int turns = 0; !_board.Register.Reporting.Maker.IsDone; turns++) Turn(turns, "the message is not made");
    }

    private void Turn(int turns, string wait)
    {
        if (turns > PatienceTurns) throw new InvalidOperationException(wait);
        _board.Turn();
    }

    private static void Must(FiscalError error, string step)
    {
        if (error != FiscalError.None) throw new InvalidOperationException(step + ": " + ((int)error).ToString());
    }
}
