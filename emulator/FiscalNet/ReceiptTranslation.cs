namespace Nf.Emulator.FiscalNet;

/// <summary>The walk through one receipt's lines, from its opening to its closing.</summary>
internal sealed class ReceiptTranslation
{
    private readonly SourceLine _first;
    private readonly SourceLine _last;
    private readonly string? _buyer;
    private readonly FiscalNetLine[] _lines;
    private readonly List<HostCommand> _commands = [];
    private readonly Stack<(FiscalNetLine.Sale Sale, FiscalNetLine.Adjust? Adjust)> _items = new();

    public ReceiptTranslation(FiscalNetDocument.Receipt receipt)
    {
        _first = receipt.Lines[0].Source;
        _last = receipt.Lines[^1].Source;
        _buyer = BuyerOf(receipt);
        // The buyer's code may stand anywhere, even between an item and its discount.
        _lines = [.. receipt.Lines.Where(line => line is not FiscalNetLine.Buyer)];
    }

    /// <summary>The commands from 48 to 56 or 60; 60 alone when the block is nothing but <c>VB^</c>.</summary>
    public IReadOnlyList<HostCommand> Commands()
    {
        CheckEnding();
        if (_lines is not [FiscalNetLine.Cancel]) _commands.Add(RegisterCommands.Open(_buyer, _first));
        for (var i = 0; i < _lines.Length; i++) Translate(_lines[i], i);
        if (_lines[^1] is FiscalNetLine.Payment) _commands.Add(RegisterCommands.Close(_last));
        return _commands;
    }

    private static string? BuyerOf(FiscalNetDocument.Receipt receipt)
    {
        FiscalNetLine.Buyer[] buyers = [.. receipt.Lines.OfType<FiscalNetLine.Buyer>()];
        if (buyers.Length > 1) throw new FiscalNetException(buyers[1].Source, "a second buyer's code in one receipt");
        return buyers.FirstOrDefault()?.Code;
    }

    private static bool Ends(FiscalNetLine line) => line is FiscalNetLine.Payment or FiscalNetLine.Cancel;

    private void CheckEnding()
    {
        var ending = Array.FindIndex(_lines, Ends);
        if (ending < 0) throw new FiscalNetException(_last, "the receipt has no payment (P^) and is not cancelled (VB^)");
        for (var i = ending + 1; i < _lines.Length; i++)
        {
            if (Ends(_lines[i]) && _lines[i - 1] is not FiscalNetLine.Cancel) continue;
            throw new FiscalNetException(
                _lines[i].Source, $"'{_lines[i]}' after the receipt's end; leave a blank line before the next receipt");
        }
    }

    private void Translate(FiscalNetLine line, int index)
    {
        switch (line)
        {
            case FiscalNetLine.Sale sale:
                Sell(sale, AdjustAfter(index));
                break;
            case FiscalNetLine.Subtotal:
                _commands.Add(RegisterCommands.Subtotal(AdjustAfter(index), line.Source));
                break;
            case FiscalNetLine.Adjust:
                CheckAdjust(line, index);
                break;
            case FiscalNetLine.VoidLast:
                TakeBack(line.Source);
                break;
            case FiscalNetLine.Note note:
                _commands.Add(RegisterCommands.Print(note));
                break;
            case FiscalNetLine.Payment payment:
                _commands.Add(RegisterCommands.Pay(payment));
                break;
            case FiscalNetLine.Cancel:
                _commands.Add(RegisterCommands.Cancel(line.Source));
                break;
        }
    }

    // The register wants the discount with the sale, the language writes it after.
    private FiscalNetLine.Adjust? AdjustAfter(int index) =>
        index + 1 < _lines.Length ? _lines[index + 1] as FiscalNetLine.Adjust : null;

    private void Sell(FiscalNetLine.Sale sale, FiscalNetLine.Adjust? adjust)
    {
        _items.Push((sale, adjust));
        _commands.Add(RegisterCommands.Sell(sale, adjust));
    }

    private void TakeBack(SourceLine source)
    {
        if (!_items.TryPop(out var item)) throw new FiscalNetException(source, "no item is left to take back");
        _commands.Add(RegisterCommands.TakeBack(item.Sale, item.Adjust, source));
    }

    private void CheckAdjust(FiscalNetLine line, int index)
    {
        var before = index == 0 ? null : _lines[index - 1];
        if (before is FiscalNetLine.Sale or FiscalNetLine.Subtotal) return;
        throw new FiscalNetException(line.Source, before is FiscalNetLine.Adjust
            ? "a second discount or surcharge on the same item or subtotal"
            : "a discount or surcharge must directly follow an item (S^) or a subtotal (ST^)");
    }
}
