using System.Diagnostics;
using Nf.Emulator.Host;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Serial;

namespace Nf.Emulator.Rig.Findings;

/// <summary>Asks a board that does not answer for its status at the other usual speeds.</summary>
/// <param name="patience">How long each of two questions at a speed waits for its answer.</param>
internal sealed class SpeedSearch(RigLines lines, TimeSpan patience)
{
    private const int Status = 74;
    private const byte Sequence = 0x20;

    /// <summary>The speed at which it answers; null for none. The line is left open at its own.</summary>
    public int? Find(LineSettings host)
    {
        try
        {
            lines.Host.Close();
            foreach (var speed in SerialPorts.Speeds.Where(speed => speed != host.Speed))
            {
                if (AnswersAt(host.Port, speed)) return speed;
            }

            return null;
        }
        catch (PortException)
        {
            return null;
        }
        finally
        {
            lines.Host.Reopen(lines.Now);
        }
    }

    private bool AnswersAt(string name, int speed)
    {
        using var port = SerialPorts.Open(name, speed);
        var reader = new DatecsAnswerReader();
        var buffer = new byte[256];
        var frame = DatecsFrame.Build(Sequence, Status, []);
        // What the board heard at other speeds may be half a frame to it: the second one is understood.
        foreach (var _ in new[] { 1, 2 })
        {
            port.Write(frame);
            var waited = Stopwatch.StartNew();
            while (waited.Elapsed < patience)
            {
                var count = port.Read(buffer);
                if (buffer.Take(count).Any(b => reader.Take(b) == HostHears.Answer)) return true;
                if (count == 0) Thread.Sleep(1);
            }
        }

        return false;
    }
}
