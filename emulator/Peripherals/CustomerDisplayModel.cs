using Nf.Emulator.Machine;
using Nf.Hal.Drivers;

namespace Nf.Emulator.Peripherals;

/// <summary>A customer display of two lines of 20 characters, after the Epson DM-D110: ESC/POS in, text out.</summary>
public sealed class CustomerDisplayModel : IPeripheral
{
    private const int Columns = 20;
    private const int Rows = 2;
    private const byte Esc = 0x1B;
    private const byte Us = 0x1F;
    private const byte Clr = 0x0C;
    private const byte Pc852Page = 18;

    private readonly SerialWire _wire;
    private readonly char[] _cells = new char[Rows * Columns];
    private readonly List<byte> _command = [];
    private readonly List<string> _log = [];
    private int _cursor;
    private byte _page;

    /// <summary>A display that is switched on and blank.</summary>
    public CustomerDisplayModel(SerialWire wire)
    {
        _wire = wire;
        Clear();
    }

    /// <summary>What stands on the display may have changed; raised once for all the bytes that came together.</summary>
    public event Action? Changed;

    /// <summary>The upper line, 20 characters.</summary>
    public string Upper => new(_cells, 0, Columns);

    /// <summary>The lower line, 20 characters.</summary>
    public string Lower => new(_cells, Columns, Columns);

    /// <summary>Commands that are not modelled, oldest first.</summary>
    public IReadOnlyList<string> Messages => _log;

    /// <inheritdoc/>
    /// <remarks>0, a moment that has passed, while there are bytes to take.</remarks>
    public long NextEvent => _wire.DeviceAvailable > 0 ? 0 : long.MaxValue;

    /// <inheritdoc/>
    public void Advance(long nowMicroseconds)
    {
        if (_wire.DeviceAvailable == 0) return;
        Span<byte> bytes = stackalloc byte[256];
        while (_wire.DeviceRead(bytes) is var count and > 0)
        {
            foreach (var b in bytes[..count]) Accept(b);
        }
        Changed?.Invoke();
    }

    private void Accept(byte value)
    {
        if (_command.Count == 0 && value is not (Esc or Us))
        {
            AcceptPlain(value);
            return;
        }
        _command.Add(value);
        if (_command.Count < CommandLength()) return;
        byte[] command = [.. _command];
        _command.Clear();
        Execute(command);
    }

    private int CommandLength()
    {
        if (_command.Count < 2) return 2;
        return (_command[0], (char)_command[1]) switch
        {
            (Us, '$') => 4,
            (Us, 'C' or 'X' or 'E' or 'r') => 3,
            (Esc, 't' or 'R' or '%') => 3,
            _ => 2,
        };
    }

    private void AcceptPlain(byte value)
    {
        if (value >= 0x20) Write(Decode(value));
        else if (value == Clr) Clear();
        else _log.Add($"control code {value:X2}h is not modelled");
    }

    private void Execute(byte[] command)
    {
        switch (command[0], (char)command[1])
        {
            case (Esc, '@'): Initialise(); break;
            case (Esc, 't'): _page = command[2]; break;
            case (Us, '$'): MoveCursor(command[2], command[3]); break;
            case (Us, 'C'): break;
            default: _log.Add($"command {Convert.ToHexString(command)} is not modelled"); break;
        }
    }

    private void Initialise()
    {
        _page = 0;
        Clear();
    }

    private void Clear()
    {
        Array.Fill(_cells, ' ');
        _cursor = 0;
    }

    private void MoveCursor(byte column, byte row)
    {
        if (column is >= 1 and <= Columns && row is >= 1 and <= Rows) _cursor = (row - 1) * Columns + column - 1;
        else _log.Add($"no cursor position {column}, {row}");
    }

    // Overwrite mode: after the last character of a line comes the other line.
    private void Write(char value)
    {
        _cells[_cursor] = value;
        _cursor = (_cursor + 1) % _cells.Length;
    }

    private char Decode(byte code) => code < 0x80 || _page == Pc852Page ? (char)Pc852.ToUnicode(code) : '\uFFFD';
}
