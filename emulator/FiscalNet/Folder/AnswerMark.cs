using Nf.Emulator.Host;
using Nf.Firmware.Checks;
using Nf.Firmware.Host;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>Which frame a register answered last: enough to tell it from every other one.</summary>
/// <param name="Sequence">Its SEQ.</param>
/// <param name="Command">Its command.</param>
/// <param name="Length">Its length, bytes.</param>
/// <param name="Crc">CRC-32 over it.</param>
public sealed record AnswerMark(byte Sequence, int Command, int Length, uint Crc)
{
    /// <summary>The frame whose answer a register keeps over a power cut; null when it keeps none.</summary>
    public static AnswerMark? Of(RememberedAnswer answer) =>
        answer.IsValid ? new AnswerMark(answer.Sequence, answer.Command, answer.FrameLength, answer.FrameCrc) : null;

    /// <summary>The frame that this command makes.</summary>
    public static AnswerMark Of(byte sequence, int command, string data)
    {
        var frame = DatecsFrame.Build(sequence, command, HostText.EncodeData(data));
        return new AnswerMark(sequence, command, frame.Length, Crc32.Finish(Crc32.Add(Crc32.Start, frame, 0, frame.Length)));
    }
}
