using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.WorkingMemory;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>What became of a frame that was sent before the power went.</summary>
public enum FrameFate
{
    /// <summary>The register carried it out, and answers it from memory.</summary>
    Done,

    /// <summary>It did not, and no other command changed anything since; or it was a receipt, whose key tells when it is begun anew.</summary>
    NotDone,

    /// <summary>Others have used the register since: what it did with the frame cannot be told.</summary>
    Unknown,
}

/// <summary>The frame that decides a document (56, 60, 69 or 70), written down before it is sent.</summary>
/// <remarks>
/// A register keeps the last frame that changed something, with its answer, in the very commit that made the change. So
/// after a restart either this frame is the one that it keeps, or still the one from before, and nothing happened.
/// </remarks>
/// <param name="Sequence">SEQ; never that of the frame kept before, so that the two cannot be mistaken for each other.</param>
/// <param name="Command">The command.</param>
/// <param name="Data">Its fields.</param>
/// <param name="Before">The frame that the register kept before.</param>
/// <param name="LastZ">The last Z report before.</param>
/// <param name="Receipts">The open day's receipts before.</param>
/// <param name="Document">The number of the register's last document before.</param>
/// <param name="Resets">How often the register had lost its working memory before.</param>
public sealed record DecidingFrame(byte Sequence, int Command, string Data, AnswerMark? Before, int LastZ, int Receipts, long Document, int Resets)
{
    private const byte LowestSequence = 0x20;
    private const int CloseReceipt = 56;
    private const int Report = 69;

    /// <summary>The frame for a command to a register in this state.</summary>
    public static DecidingFrame For(HostCommand command, WorkingState state)
    {
        var before = AnswerMark.Of(state.LastAnswer);
        var sequence = before is null or { Sequence: byte.MaxValue } ? LowestSequence : (byte)(before.Sequence + 1);
        return new DecidingFrame(sequence, command.Number, command.Data, before, state.LastZ, state.Totals.Receipts, state.Document.Id, state.Resets);
    }

    /// <summary>Sends it, for the first time or again: the register carries it out once.</summary>
    public DatecsReply Send(RegisterMachine machine) =>
        new DatecsClient(new MachineChannel(machine), Sequence).SendData(Command, Data);

    /// <summary>What the register did with it; for a register that was started anew since.</summary>
    public FrameFate Fate(WorkingState state)
    {
        var kept = AnswerMark.Of(state.LastAnswer);
        if (kept == AnswerMark.Of(Sequence, Command, Data)) return FrameFate.Done;
        if (kept is not null && kept == Before) return FrameFate.NotDone;
        // A register that keeps no frame has never had one to keep, or has lost its working memory since.
        if (Before is null && kept is null && state.LastZ == LastZ && state.Totals.Receipts == Receipts) return FrameFate.NotDone;
        // A Z report that was begun and not decided leaves no answer behind.
        var droppedZ = kept is null && Command == Report && state.LastZ == LastZ;
        return droppedZ || IsReceiptWithKey(state) ? FrameFate.NotDone : FrameFate.Unknown;
    }

    // A receipt that was issued is found by its key as long as no more receipts followed than there are keys.
    private bool IsReceiptWithKey(WorkingState state) =>
        Command == CloseReceipt && state.Resets == Resets && state.Document.Id - Document <= IssuedReceipts.MaxKeys;
}
