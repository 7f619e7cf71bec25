using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Nf.Fuzz.Targets;

/// <summary>What a POS program sends, made of lines of text: "48,1\t0001\t1\t" is a command and its DATA in a right frame.</summary>
/// <remarks>A line that begins with 01h is sent as it is; "=" sends the last frame again.</remarks>
internal sealed class HostFrames
{
    private const int MaxData = 480;
    private const byte Start = 0x01;

    private readonly List<byte> _bytes = [];
    private byte[] _last = [];
    private byte _sequence;

    /// <summary>The bytes of all lines.</summary>
    public ReadOnlySpan<byte> Bytes => CollectionsMarshal.AsSpan(_bytes);

    /// <summary>Frames with another sequence number than the one before, at most so many commands.</summary>
    public int Fresh { get; private set; }

    /// <summary>Begins with nothing sent.</summary>
    public void Clear()
    {
        _bytes.Clear();
        _last = [];
        _sequence = 0x20;
        Fresh = 0;
    }

    /// <summary>Adds the lines' bytes.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        foreach (var line in text.Split((byte)'\n')) AddLine(text[line]);
    }

    private void AddLine(ReadOnlySpan<byte> line)
    {
        if (line.Length == 0) return;
        if (line[0] == Start)
        {
            _bytes.AddRange(line);
            // Each byte of it may be another frame's beginning.
            Fresh += line.Count(Start);
            // The register remembers the last frame only, which may be this one.
            _last = [];
        }
        else if (line[0] == '=')
        {
            _bytes.AddRange(_last);
        }
        else
        {
            var comma = line.IndexOf((byte)',');
            _ = int.TryParse(Encoding.ASCII.GetString(line[..Math.Max(0, comma)]), NumberStyles.None, CultureInfo.InvariantCulture, out var command);
            Frame(command & 0xFFFF, line[(comma + 1)..]);
        }
    }

    private void Frame(int command, ReadOnlySpan<byte> data)
    {
        if (data.Length > MaxData) data = data[..MaxData];
        _sequence = _sequence == 0xFF ? (byte)0x20 : (byte)(_sequence + 1);
        byte[] summed = [.. Word(data.Length + 10 + 0x20), _sequence, .. Word(command), .. data, 0x05];
        var sum = 0;
        foreach (var value in summed) sum += value;
        _last = [Start, .. summed, .. Word(sum), 0x03];
        _bytes.AddRange(_last);
        Fresh++;
    }

    private static byte[] Word(int word) => [Digit(word >> 12), Digit(word >> 8), Digit(word >> 4), Digit(word)];

    private static byte Digit(int value) => (byte)(0x30 | (value & 15));
}
