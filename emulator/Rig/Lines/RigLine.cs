using Nf.Emulator.Machine;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Serial;

namespace Nf.Emulator.Rig.Lines;

/// <summary>One serial line of the rig: a real port to the board, and on this side a wire with a model, or the POS program.</summary>
/// <param name="name"><c>host</c>, <c>printer</c>, <c>display</c> or <c>modem</c>.</param>
public sealed class RigLine(string name, LineSettings settings) : IDisposable
{
    private readonly byte[] _chunk = new byte[512];
    private ISerialPort? _port;
    private int _toSend;
    private int _sent;
    private readonly byte[] _sending = new byte[512];

    public string Name { get; } = name;

    public LineSettings Settings { get; } = settings;

    /// <summary>Where the model, or the POS program, is at the device's end.</summary>
    public SerialWire Wire { get; } = new();

    public WireLog Log { get; } = new();

    /// <summary>What is wrong with the port; null when nothing is.</summary>
    public PortException? Fault { get; private set; }

    /// <summary>When <see cref="Fault"/> came.</summary>
    public TimeSpan FaultAt { get; private set; }

    /// <summary>Bytes from the board since the port was opened.</summary>
    public long BytesIn { get; private set; }

    /// <summary>When the last of them came.</summary>
    public TimeSpan LastIn { get; private set; }

    /// <summary>Told of bytes from the board, before the wire has them.</summary>
    public Action<TimeSpan, ReadOnlyMemory<byte>>? Heard { get; set; }

    /// <summary>The port is open.</summary>
    public bool IsOpen => _port is not null;

    /// <summary>Forgets what came in so far.</summary>
    public void Begin(TimeSpan now)
    {
        Wire.Clear();
        (BytesIn, LastIn) = (0, now);
    }

    /// <summary>Opens the port, and forgets what came in so far.</summary>
    public void Open(TimeSpan now)
    {
        Close();
        Fault = null;
        Begin(now);
        try
        {
            _port = SerialPorts.Open(Settings.Port, Settings.Speed);
            Log.Note(now, $"{Settings.Port} opened at {Settings.Speed} baud");
        }
        catch (PortException e)
        {
            Fail(now, e);
        }
    }

    /// <summary>Opens the port again; what was counted stays.</summary>
    public void Reopen(TimeSpan now)
    {
        var (count, last) = (BytesIn, LastIn);
        Open(now);
        (BytesIn, LastIn) = (count, last);
    }

    /// <summary>Moves what has come either way.</summary>
    /// <returns>False when nothing has.</returns>
    public bool Pump(TimeSpan now)
    {
        if (_port is null)
        {
            Wire.Clear();
            return false;
        }

        try
        {
            return Receive(now) | Send(now);
        }
        catch (PortException e)
        {
            Fail(now, e);
            return true;
        }
    }

    /// <summary>Closes the port.</summary>
    public void Close()
    {
        _port?.Dispose();
        _port = null;
        (_toSend, _sent) = (0, 0);
        Wire.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private bool Receive(TimeSpan now)
    {
        var count = _port!.Read(_chunk);
        if (count == 0) return false;
        BytesIn += count;
        LastIn = now;
        Log.Add(now, fromBoard: true, _chunk.AsSpan(0, count));
        Heard?.Invoke(now, _chunk.AsMemory(0, count));
        Wire.Write(_chunk, 0, count);
        return true;
    }

    private bool Send(TimeSpan now)
    {
        if (_sent == _toSend) (_sent, _toSend) = (0, Wire.Read(_sending, 0, _sending.Length));
        if (_toSend == 0) return false;
        var taken = _port!.Write(_sending.AsSpan(_sent, _toSend - _sent));
        if (taken > 0) Log.Add(now, fromBoard: false, _sending.AsSpan(_sent, taken));
        _sent += taken;
        return taken > 0;
    }

    private void Fail(TimeSpan now, PortException fault)
    {
        Close();
        (Fault, FaultAt) = (fault, now);
        Log.Note(now, fault.Message);
    }
}
