using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>The numeric options that the register has a use for; one cell keeps them all.</summary>
internal sealed class RegisterOptions
{
    /// <summary>Places in the cell; more than there are options, so that new ones find room.</summary>
    private const int Places = 32;

    private const int Known = 4;

    private readonly CellStore _cells;
    private readonly WorkingState _state;
    private readonly int[] _values = new int[Known];
    private readonly byte[] _cell = new byte[Places * 2];

    internal RegisterOptions(CellStore cells, WorkingState state)
    {
        _cells = cells;
        _state = state;
    }

    /// <summary>Reads the options; when they were never set, or are lost, all are off.</summary>
    internal void Load()
    {
        Array.Clear(_values, 0, Known);
        if (!_cells.Read(TableLayout.Options, _cell, _cell.Length)) return;
        var reader = new ByteReader(_cell);
        for (int i = 0; i < Known; i++) _values[i] = reader.U16();
    }

    internal int Value(OptionId option) => _values[(int)option];

    /// <summary>The option is on.</summary>
    internal bool IsOn(OptionId option) => Value(option) != 0;

    /// <summary>Sets an option; a failure leaves it as it was.</summary>
    internal FiscalError Set(OptionId option, int value)
    {
        int before = Value(option);
        int sinceBefore = Value(OptionId.ArticlesSince);
        // What was counted on earlier days must not come back when counting by the day ends.
        if (option == OptionId.ArticlesDaily && value == 0 && before == 1) _values[(int)OptionId.ArticlesSince] = _state.OpenDay;
        _values[(int)option] = value;
        FiscalError error = Save();
        if (error == FiscalError.None) return error;
        _values[(int)option] = before;
        _values[(int)OptionId.ArticlesSince] = sinceBefore;
        return error;
    }

    /// <summary>The first day whose sales still count for an article.</summary>
    internal int ArticlesSince(int day) => IsOn(OptionId.ArticlesDaily) ? day : Value(OptionId.ArticlesSince);

    private FiscalError Save()
    {
        var writer = new ByteWriter(_cell);
        for (int i = 0; i < Known; i++) writer.U16(_values[i]);
        writer.Zero((Places - Known) * 2);
        return _cells.Write(TableLayout.Options, _cell, _cell.Length);
    }
}
