using System.Runtime.InteropServices;
using Nf.Firmware.Host;
using Nf.Hal.Devices;

namespace Nf.Fuzz.Targets;

/// <summary>The host line: frames right and wrong, sent again, broken off. The commands themselves only say their DATA back.</summary>
internal sealed class HostTarget : IFuzzTarget, IHostLine, IUptime, ICommandHandler
{
    private const int Turns = 100_000;
    private const int AWrite = 50;
    private const int MostEcho = 200;

    private readonly HostFrames _frames = new();
    private readonly List<byte> _answers = [];
    private int _sent;
    private int _executed;
    private int _waits;

    public string Name => "host";

    public int Longest => 1024;

    public long Milliseconds { get; private set; }

    public void Run(byte[] data)
    {
        _frames.Clear();
        _answers.Clear();
        _sent = _executed = _waits = 0;
        var session = new DatecsSession(this, this, this);
        _frames.Add(data);
        Rest(session);
        FuzzTargets.Check(_executed <= _frames.Fresh, "nothing is executed twice");
        Milliseconds += DatecsSession.SilenceLimitMs;
        Rest(session);
        var executed = _executed;
        var answered = HostAnswers.Check(CollectionsMarshal.AsSpan(_answers));
        _frames.Add("74,good"u8);
        Rest(session);
        FuzzTargets.Check(_executed == executed + 1, "a good command is executed, whatever came before");
        FuzzTargets.Check(HostAnswers.Check(CollectionsMarshal.AsSpan(_answers)) == answered + 1, "and answered");
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        count = Math.Min(count, _frames.Bytes.Length - _sent);
        _frames.Bytes.Slice(_sent, count).CopyTo(buffer.AsSpan(offset));
        _sent += count;
        return count;
    }

    public int Write(byte[] buffer, int offset, int count)
    {
        count = Math.Min(count, AWrite);
        _answers.AddRange(buffer.AsSpan(offset, count));
        return count;
    }

    // A command takes some turns, as its number says.
    public bool Execute(DatecsRequest request, DatecsAnswer answer)
    {
        if (_waits++ < request.Command % 4) return false;
        _waits = 0;
        _executed++;
        answer.Ok();
        for (var field = 0; field < request.FieldCount; field++) Look(request, field, answer);
        answer.UnknownCommand = request.Command % 16 == 15;
        return true;
    }

    public void WriteStatus(byte[] status) => Array.Fill(status, (byte)0x80);

    private static void Look(DatecsRequest request, int field, DatecsAnswer answer)
    {
        int offset = request.FieldOffset(field), length = request.FieldLength(field);
        FuzzTargets.Check(offset >= 0 && length >= 0 && offset + length <= request.DataLength, "a field is inside DATA");
        if (request.TryDecimal(field, 2, 999_999_999, out var value)) FuzzTargets.Check(Math.Abs(value) <= 999_999_999, "a number is in its bounds");
        if (answer.Length < MostEcho) answer.Add(request.Data, offset, Math.Min(length, (MostEcho - 2) / 2));
    }

    private void Rest(DatecsSession session)
    {
        for (var turn = 0; !session.Quiet || _sent < _frames.Bytes.Length; turn++)
        {
            FuzzTargets.Check(turn < Turns, "a session comes to rest");
            if (!session.Turn()) Milliseconds += 20;
        }

        while (session.Turn()) { }
    }
}
