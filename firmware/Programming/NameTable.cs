using System;
using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>The names that the shop gives: a cell each. A name that was not given, or was lost, is empty.</summary>
internal sealed class NameTable
{
    /// <summary>Characters of the longest name.</summary>
    internal const int MaxLength = 72;

    private readonly CellStore _cells;
    private readonly byte[] _cell = new byte[1 + MaxLength];

    internal NameTable(CellStore cells) => _cells = cells;

    /// <summary>The name read last, in ISO-8859-16.</summary>
    internal byte[] Text { get; } = new byte[MaxLength];

    /// <summary>Footer lines up to the last that is not empty: receipts ask for no others.</summary>
    internal int FooterLines { get; private set; }

    /// <summary>Looks which footer lines there are.</summary>
    internal void Load()
    {
        FooterLines = CountOf(NameKind.Footer);
        while (FooterLines > 0 && Read(NameKind.Footer, FooterLines - 1) == 0) FooterLines--;
    }

    /// <summary>How many there are of a kind.</summary>
    internal static int CountOf(NameKind kind)
    {
        switch (kind)
        {
            case NameKind.Department: return Counters.Departments;
            case NameKind.ArticleGroup: return Counters.ArticleGroups;
            case NameKind.Operator: return Counters.Operators;
            case NameKind.Unit: return 20;
            case NameKind.Payment: return 1;
            default: return 10;
        }
    }

    /// <summary>Characters that a name of a kind may have.</summary>
    internal static int MaxOf(NameKind kind)
    {
        switch (kind)
        {
            case NameKind.Department: return 72;
            case NameKind.Unit: return 6;
            case NameKind.Payment: return 16;
            case NameKind.Footer: return 48;
            default: return 32;
        }
    }

    /// <summary>Reads a name into <see cref="Text"/>.</summary>
    /// <param name="kind">What is named.</param>
    /// <param name="index">Which, from 0.</param>
    /// <returns>Its length; 0 when there is none.</returns>
    internal int Read(NameKind kind, int index)
    {
        int max = MaxOf(kind);
        if (!_cells.Read(Address(kind, index), _cell, 1 + max) || _cell[0] > max) return 0;
        Array.Copy(_cell, 1, Text, 0, _cell[0]);
        return _cell[0];
    }

    /// <summary>Gives a name; spaces alone take it away.</summary>
    internal FiscalError Write(NameKind kind, int index, byte[] text, int length)
    {
        while (length > 0 && text[length - 1] == ' ') length--;
        Array.Clear(_cell, 0, _cell.Length);
        _cell[0] = (byte)length;
        Array.Copy(text, 0, _cell, 1, length);
        FiscalError error = _cells.Write(Address(kind, index), _cell, 1 + MaxOf(kind));
        if (kind == NameKind.Footer) Load();
        return error;
    }

    /// <summary>Reads the name of a unit of measure into <see cref="Text"/>; one without a name is "BUC".</summary>
    internal int ReadUnit(int index)
    {
        int length = Read(NameKind.Unit, index);
        return length > 0 ? length : Latin16.Write("BUC", Text, 0, MaxLength);
    }

    private static int Address(NameKind kind, int index) => Start(kind) + index * (1 + MaxOf(kind) + CellStore.Overhead);

    private static int Start(NameKind kind)
    {
        switch (kind)
        {
            case NameKind.Department: return TableLayout.DepartmentNames;
            case NameKind.ArticleGroup: return TableLayout.ArticleGroupNames;
            case NameKind.Operator: return TableLayout.OperatorNames;
            case NameKind.Unit: return TableLayout.UnitNames;
            case NameKind.Payment: return TableLayout.PaymentName;
            default: return TableLayout.FooterLines;
        }
    }
}
