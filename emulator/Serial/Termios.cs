using System.Buffers.Binary;

namespace Nf.Emulator.Serial;

/// <summary>Settings of a terminal: raw bytes, 8N1, no flow control, and a speed.</summary>
/// <remarks>The layout is the system's; only the control flags are touched here, the rest by its own functions.</remarks>
internal static class Termios
{
    // Bytes of the largest struct termios, with room to spare.
    private const int Size = 256;

    private static readonly (int Speed, uint Code)[] s_linuxCodes =
    [
        (1200, 9), (2400, 11), (4800, 12), (9600, 13), (19200, 14), (38400, 15), (57600, 0x1001), (115200, 0x1002), (230400, 0x1003),
    ];

    /// <summary>Speeds that a line can have here, in baud.</summary>
    public static IReadOnlyList<int> Speeds { get; } = [.. s_linuxCodes.Select(code => code.Speed)];

    /// <summary>Makes a terminal a plain line of this speed.</summary>
    /// <returns>False when the system does not take it.</returns>
    public static bool Set(int file, int speed)
    {
        Span<byte> termios = stackalloc byte[Size];
        if (Posix.GetTermios(file, termios) != 0) return false;
        Posix.MakeRaw(termios);
        SetControl(termios);
        var code = (nuint)CodeOf(speed);
        return Posix.SetInputSpeed(termios, code) == 0 && Posix.SetOutputSpeed(termios, code) == 0 && Posix.SetTermios(file, 0, termios) == 0;
    }

    /// <summary>The speed that a terminal is set to, in baud; 0 when it is none of <see cref="Speeds"/>.</summary>
    public static int SpeedOf(int file)
    {
        Span<byte> termios = stackalloc byte[Size];
        if (Posix.GetTermios(file, termios) != 0) return 0;
        var code = (uint)Posix.GetOutputSpeed(termios);
        // Newer C libraries on Linux give the speed itself, as macOS does.
        return Array.Find(s_linuxCodes, known => known.Code == code || known.Speed == code).Speed;
    }

    private static uint CodeOf(int speed) => OperatingSystem.IsMacOS() ? (uint)speed : Array.Find(s_linuxCodes, known => known.Speed == speed).Code;

    // CLOCAL and CREAD on, CSTOPB and the flow control by wires off; cfmakeraw has seen to eight bits without parity.
    private static void SetControl(Span<byte> termios)
    {
        if (OperatingSystem.IsMacOS())
        {
            var flags = BinaryPrimitives.ReadUInt64LittleEndian(termios[16..]);
            BinaryPrimitives.WriteUInt64LittleEndian(termios[16..], (flags | 0x8000 | 0x800) & ~(0x400UL | 0x30000UL));
        }
        else
        {
            var flags = BinaryPrimitives.ReadUInt32LittleEndian(termios[8..]);
            BinaryPrimitives.WriteUInt32LittleEndian(termios[8..], (flags | 0x800 | 0x80) & ~(0x40U | 0x80000000U));
        }
    }
}
