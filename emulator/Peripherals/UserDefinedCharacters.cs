namespace Nf.Emulator.Peripherals;

/// <summary>Characters that ESC &amp; defined: dots instead of the printer's own for a code.</summary>
internal sealed class UserDefinedCharacters(IEscPosMechanism mechanism)
{
    private const byte First = 0x20;
    private const byte Last = 0x7E;
    private const int WidestColumns = 12;

    private readonly Dictionary<byte, DotPattern> _patterns = [];

    /// <summary>Forgets them.</summary>
    public void Clear() => _patterns.Clear();

    /// <summary>The dots of a code; null when it is not defined.</summary>
    public DotPattern? Find(byte code) => _patterns.GetValueOrDefault(code);

    /// <summary>Executes ESC &amp; y c1 c2 (x d1...dxy), whole.</summary>
    public void Define(byte[] command)
    {
        if (command[2] != DotPattern.BytesPerColumn || command[3] < First || command[4] > Last)
        {
            mechanism.Log($"ESC & {command[2]} {command[3]} {command[4]} ignored: out of range");
            return;
        }
        var at = 5;
        for (int code = command[3]; code <= command[4]; code++) at += 1 + DefineOne((byte)code, command.AsSpan(at));
    }

    private int DefineOne(byte code, ReadOnlySpan<byte> definition)
    {
        var columns = definition[0];
        var length = columns * DotPattern.BytesPerColumn;
        if (columns <= WidestColumns) _patterns[code] = new DotPattern(definition.Slice(1, length));
        else mechanism.Log($"character {code:X2}h not defined: {columns} columns");
        return length;
    }
}
