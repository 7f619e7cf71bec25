using Nf.Emulator.Host;
using Nf.Firmware.Host;

namespace Nf.Emulator.FiscalNet;

/// <summary>One command of the host protocol, not yet framed or encoded.</summary>
/// <param name="Number">The command's number: 48 opens a receipt, and so on.</param>
/// <param name="Data">Its fields, each followed by a tab.</param>
/// <param name="Source">The line that asked for it.</param>
public sealed record HostCommand(int Number, string Data, SourceLine Source)
{
    /// <summary>The most bytes of fields that a frame carries.</summary>
    public const int DataMost = DatecsAnswer.MaxData;

    /// <summary>A frame can carry it; a longer one would be answered by NAK for ever.</summary>
    public bool FitsFrame => HostText.EncodeData(Data).Length <= DataMost;
}
