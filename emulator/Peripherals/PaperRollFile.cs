using System.Text.Json;
using Nf.Emulator.State;

namespace Nf.Emulator.Peripherals;

/// <summary>Paper kept in a file, one line of JSON for each thing on the paper.</summary>
/// <remarks>
/// A process that dies while it writes leaves a torn last line, one without its line feed. Reading leaves it out, and
/// opening cuts it off before anything is added. Others may read the file while it grows.
/// </remarks>
public sealed class PaperRollFile : IPaperRoll, IDisposable
{
    private const byte LineFeed = (byte)'\n';
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Opens a roll, or starts a new one.</summary>
    /// <exception cref="IOException">The file cannot be opened for writing.</exception>
    public PaperRollFile(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _file.SetLength(WholeLines(ReadFully(_file)).Length);
        _file.Seek(0, SeekOrigin.End);
    }

    /// <summary>A line has come out.</summary>
    public event Action<PaperLine>? Appended;

    /// <summary>Reads a whole roll, oldest line first; a file that is not there is an empty roll.</summary>
    /// <exception cref="StateException">A line that is not torn is not a paper line either: the file is something else.</exception>
    public static IReadOnlyList<PaperLine> Read(string path)
    {
        if (!File.Exists(path)) return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            return Parse(WholeLines(ReadFully(file)));
        }
        catch (JsonException e)
        {
            throw new StateException(StateProblem.Damaged, $"{path} is not paper of a register: remove it or restore it", e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="StateException">The operating system refused, for instance because the disk is full.</exception>
    public void Append(PaperLine line)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(line, PaperJson.Readable.PaperLine);
        try
        {
            _file.Write([.. json, LineFeed]);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(_path, e);
        }

        Appended?.Invoke(line);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static byte[] ReadFully(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ReadOnlySpan<byte> WholeLines(ReadOnlySpan<byte> bytes) => bytes[..(bytes.LastIndexOf(LineFeed) + 1)];

    private static List<PaperLine> Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<PaperLine>();
        while (bytes.IndexOf(LineFeed) is var end and >= 0)
        {
            lines.Add(JsonSerializer.Deserialize(bytes[..end], PaperJson.Readable.PaperLine)!);
            bytes = bytes[(end + 1)..];
        }
        return lines;
    }
}
