using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;

namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>Takes one dropped file after another through the register, each of its documents once, whenever the power goes.</summary>
/// <remarks>
/// <code>
/// desk.Resolve(machine);                        // after every start, before anybody else uses the register
/// if (desk.Claim(folders, file)) { while (desk.Advance(machine)) { } desk.Finish(); }
/// </code>
/// Every step can be done again: what was done before a cut is found in the journal, in the register's memory of its last
/// frame, or in the folders.
/// </remarks>
public sealed class FolderDesk(FolderJournal journal)
{
    private const int Status = 74;
    private const int OpenReceipt = 48;
    private const int CancelReceipt = 60;

    private BonFile? _file;

    /// <summary>Told of each moment at which a cut could come; for tests.</summary>
    internal Action<string>? Moment { get; set; }

    /// <summary>A file is under way.</summary>
    public bool HasFile => journal.Entry is not null;

    /// <summary>The file under way has its last answer, or needs none from the register.</summary>
    public bool IsAnswered => journal.Entry is { Sent: null } entry && (Current.Wrong is not null || entry.Answers.Count == Current.Documents.Count);

    private BonFile Current => _file ??= BonFile.Read(journal.Entry!.File, journal.Content);

    /// <summary>Finds out what became of the frame that was on its way when the power went.</summary>
    /// <returns>False: the register is blocked and does not say; after its next start it will.</returns>
    public bool Resolve(RegisterMachine machine)
    {
        if (journal.Entry?.Sent is not { } sent) return true;
        switch (sent.Fate(machine.Register.State))
        {
            case FrameFate.NotDone:
                journal.Save(journal.Entry with { Sent = null });
                return true;
            case FrameFate.Unknown:
                Answer(FolderAnswer.Doubtful);
                return true;
        }

        var reply = sent.Send(machine);
        if (reply.Ok) Answer(FolderAnswer.Accepted(sent.Command, reply, sent.Document + 1));
        return reply.Ok;
    }

    /// <summary>Goes on with a file that was claimed before the power went and not begun.</summary>
    public void TakeClaimed(BonFolders folders)
    {
        if (journal.Entry is { } entry) journal.Folders(entry.Drops, entry.AnswersFolder).RemoveClaimed(entry.File);
        else if (folders.Claimed() is { } name) Take(folders, name);
    }

    /// <summary>Takes a complete file.</summary>
    /// <returns>False: it is gone.</returns>
    public bool Claim(BonFolders folders, DroppedFile file)
    {
        Pass("before it is taken");
        if (!folders.Claim(file)) return false;
        Pass("claimed");
        Take(folders, file.Name);
        return true;
    }

    /// <summary>Carries out the next document of the file under way.</summary>
    /// <returns>False when there is none left, or the register does not say what became of the one before.</returns>
    public bool Advance(RegisterMachine machine)
    {
        if (!HasFile || !Resolve(machine) || IsAnswered) return false;
        CarryOut(machine, Current.Documents[journal.Entry!.Answers.Count]);
        return !IsAnswered;
    }

    /// <summary>Hands the answer over; the file is done with.</summary>
    public void Finish()
    {
        var entry = journal.Entry!;
        var folders = journal.Folders(entry.Drops, entry.AnswersFolder);
        var answers = Current.Wrong is { } wrong ? [FolderAnswer.Wrong(wrong)] : entry.Answers;
        Pass("answered");
        folders.WriteAnswer(entry.File, Current.Encode(FolderAnswer.Text(answers)));
        Pass("the answer is there");
        journal.Save(null);
        _file = null;
        Pass("done");
    }

    private void Take(BonFolders folders, string name)
    {
        _file = null;
        journal.Begin(FolderEntry.Begin(name, folders), folders.ReadClaimed(name));
        Pass("begun");
        folders.RemoveClaimed(name);
        Pass("taken");
    }

    // The last command decides; those before it leave nothing behind when the power goes.
    private void CarryOut(RegisterMachine machine, IReadOnlyList<HostCommand> commands)
    {
        var host = new DatecsClient(new MachineChannel(machine));
        // After this the register does not take a frame for the last one of another host.
        host.Send(Status);
        var opened = false;
        foreach (var command in commands.SkipLast(1))
        {
            var prepared = host.SendData(command.Number, command.Number == OpenReceipt ? command.Data + KeyField() : command.Data);
            Pass($"{command.Number} sent");
            if (prepared.ErrorCode == (int)FiscalError.ReceiptIssued)
            {
                Answer(FolderAnswer.IssuedBefore(prepared));
                return;
            }

            if (!prepared.Ok)
            {
                Refuse(host, prepared, opened);
                return;
            }

            opened |= command.Number == OpenReceipt;
        }

        var sent = DecidingFrame.For(commands[^1], machine.Register.State);
        journal.Save(journal.Entry! with { Sent = sent });
        Pass("the deciding frame is written down");
        var reply = sent.Send(machine);
        Pass("decided");
        if (reply.Ok) Answer(FolderAnswer.Accepted(sent.Command, reply, sent.Document + 1));
        else Refuse(host, reply, opened);
    }

    // The sixth field of 48 is an airport's, the seventh the host's key.
    private string KeyField() => $"\t{journal.Entry!.ReceiptKey}\t";

    // The refusal is written down first: a cut before the cancelling does the same to the open receipt.
    private void Refuse(DatecsClient host, DatecsReply reply, bool opened)
    {
        Answer(FolderAnswer.Refused(reply));
        if (opened) host.Send(CancelReceipt);
        Pass("cancelled");
    }

    private void Answer(string answer)
    {
        var entry = journal.Entry!;
        journal.Save(entry with { Answers = [.. entry.Answers, answer], Sent = null });
        Pass("its answer is written down");
    }

    private void Pass(string moment) => Moment?.Invoke(moment);
}
