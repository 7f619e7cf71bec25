using System.Text;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Host;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Host;

/// <summary>A register that is only a host session: it writes down the commands that it was made to execute.</summary>
internal sealed class SessionBench : ICommandHandler, IHostLine, IHostChannel, IHostPort
{
    private readonly Queue<byte> _toRegister = new();
    private readonly Queue<byte> _toHost = new();
    private long _begunMs = -1;

    public SessionBench() => Session = new DatecsSession(this, Time, this);

    public VirtualTime Time { get; } = new();

    public DatecsSession Session { get; private set; }

    /// <summary>Commands that were executed, as "number:DATA".</summary>
    public List<string> Executed { get; } = [];

    /// <summary>How long a command takes, in milliseconds.</summary>
    public int DurationMs { get; set; }

    /// <summary>What a finished command answers; by default "0" and how many commands were executed.</summary>
    public Action<DatecsRequest, DatecsAnswer> Answer { get; set; } = (_, _) => { };

    public byte[] Status { get; set; } = new byte[8];

    /// <summary>How many bytes the line takes in one write.</summary>
    public int WriteLimit { get; set; } = int.MaxValue;

    /// <summary>The most bytes that were asked for in one read.</summary>
    public int LargestRead { get; private set; }

    /// <summary>Bytes that were sent to the register so far.</summary>
    public int Received { get; private set; }

    public bool Quiet => Session.Quiet && _toRegister.Count == 0;

    /// <summary>Everything the register sent and nobody has taken.</summary>
    public byte[] Sent
    {
        get
        {
            var sent = _toHost.ToArray();
            _toHost.Clear();
            return sent;
        }
    }

    /// <summary>The power goes and comes back: only what the saved answer holds is left.</summary>
    public void Restart(byte[] saved)
    {
        Session = new DatecsSession(this, Time, this);
        Session.Remembered.Load(saved, 0);
        _toRegister.Clear();
        _toHost.Clear();
    }

    public void Receive(ReadOnlySpan<byte> bytes)
    {
        Received += bytes.Length;
        foreach (var b in bytes) _toRegister.Enqueue(b);
    }

    public int Take(Span<byte> buffer) => Move(_toHost, buffer);

    public void Turns()
    {
        while (Session.Turn() && !Session.Busy)
        {
        }
    }

    /// <summary>Runs for a time, one turn each millisecond.</summary>
    public void Run(int milliseconds)
    {
        for (var i = 0; i < milliseconds; i++)
        {
            Turns();
            Time.AdvanceTo(Time.NowMicroseconds + 1000);
        }

        Turns();
    }

    void IHostChannel.Send(ReadOnlySpan<byte> bytes) => Receive(bytes);

    bool IHostChannel.TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        Turns();
        for (var i = 0; i < silence.TotalMilliseconds && _toHost.Count == 0; i++) Run(1);
        count = Take(buffer);
        return count > 0;
    }

    int IHostLine.Read(byte[] buffer, int offset, int count)
    {
        LargestRead = Math.Max(LargestRead, count);
        return Move(_toRegister, buffer.AsSpan(offset, count));
    }

    int IHostLine.Write(byte[] buffer, int offset, int count)
    {
        var taken = Math.Min(count, WriteLimit);
        foreach (var b in buffer.AsSpan(offset, taken)) _toHost.Enqueue(b);
        return taken;
    }

    bool ICommandHandler.Execute(DatecsRequest request, DatecsAnswer answer)
    {
        if (_begunMs < 0)
        {
            _begunMs = Time.Milliseconds;
            Executed.Add($"{request.Command}:{Encoding.Latin1.GetString(request.Data, 0, request.DataLength)}");
        }

        if (Time.Milliseconds - _begunMs < DurationMs) return false;
        _begunMs = -1;
        answer.Ok();
        answer.AddNumber(Executed.Count);
        answer.Tab();
        Answer(request, answer);
        return true;
    }

    void ICommandHandler.WriteStatus(byte[] status) => Status.CopyTo(status, 0);

    private static int Move(Queue<byte> queue, Span<byte> buffer)
    {
        var count = Math.Min(queue.Count, buffer.Length);
        for (var i = 0; i < count; i++) buffer[i] = queue.Dequeue();
        return count;
    }
}
