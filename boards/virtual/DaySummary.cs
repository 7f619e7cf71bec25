using Nf.Firmware.Journal;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>What a run came to, in figures that can be compared with another run's.</summary>
public sealed class DaySummary
{
    private const int Piece = 256;

    private readonly ITextOutput _output;
    private readonly VirtualBoard _board;

    /// <param name="output">Where it goes.</param>
    /// <param name="board">The board, after the day.</param>
    public DaySummary(ITextOutput output, VirtualBoard board)
    {
        _output = output;
        _board = board;
    }

    /// <summary>Writes it.</summary>
    /// <param name="receipts">Receipts of the day.</param>
    /// <param name="total">Sold, bani.</param>
    /// <param name="vat">VAT in it, bani.</param>
    /// <param name="paper">Hash of the paper.</param>
    /// <param name="free">Free heap when the board was switched on, and at the end, bytes; -1 when the runtime does not tell.</param>
    public void Write(int receipts, long total, long vat, string paper, int[] free)
    {
        _output.Line("receipts    " + receipts.ToString());
        _output.Line("total       " + Money(total) + " lei, VAT " + Money(vat));
        _output.Line("closed days " + _board.Register.Reporting.Outbox.LastClosed.ToString());
        _output.Line("paper       " + _board.Printer.Rows.ToString() + " rows, SHA-256 " + paper);
        _output.Line("journal     " + FileLine(JournalFiles.Text(1)));
        _output.Line("message     " + FileLine(JournalFiles.Message(1, 0)));
        _output.Line("stores      " + _board.StoredBytes.ToString() + " bytes of RAM in place of chips and card");
        if (free[0] < 0) _output.Line("heap        this runtime does not tell");
        else _output.Line("heap        " + free[0].ToString() + " bytes free at first, " + free[1].ToString() + " at the end");
    }

    private static string Money(long bani)
    {
        string rest = (bani % 100).ToString();
        return (bani / 100).ToString() + "." + (rest.Length < 2 ? "0" + rest : rest);
    }

    private string FileLine(string name)
    {
        int length = _board.Journal.Length(name);
        if (length < 0) return name + " is missing";
        var hash = new Sha256();
        byte[] bytes = new byte[Piece];
        for (int at = 0; at < length; at += Piece)
        {
            int count = length - at < Piece ? length - at : Piece;
            if (_board.Journal.Read(name, at, bytes, 0, count) != DeviceResult.Ok) return name + " cannot be read";
            hash.Update(bytes, 0, count);
        }

        byte[] digest = new byte[Sha256.DigestLength];
        hash.Finish(digest, 0);
        return name + " " + length.ToString() + " bytes, SHA-256 " + HexText.Of(digest);
    }
}
