using Nf.Emulator.FiscalNet;
using Nf.Emulator.Host;

namespace Nf.Emulator.Commands;

/// <summary>Sends documents to a register one after another and writes an answer for each.</summary>
/// <param name="register">The register.</param>
/// <param name="answers">Gets one line for each receipt or command.</param>
/// <param name="messages">Gets one line for each refusal, with its place in the input.</param>
public sealed class Player(PlayRegister register, TextWriter answers, TextWriter messages)
{
    private const int CancelReceipt = 60;

    private DateTime? _lastMove;

    /// <summary>Documents that the register refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>Plays one document.</summary>
    /// <returns>False: what follows makes no sense any more, because the register's day is ahead of the input's.</returns>
    public bool Play(PlayStep step)
    {
        if (step.Document is FiscalNetDocument.ClockMove move) return MoveClock(move);
        DatecsReply? reply = null;
        foreach (var command in step.Commands)
        {
            reply = register.Host.SendData(command.Number, command.Data);
            if (reply.Ok) continue;
            Refuse(command, reply);
            return true;
        }

        answers.WriteLine(FiscalNetAnswer.Format(FiscalNetAnswer.NumberOf(step.Commands[^1].Number, reply!, register.Machine.Register.State.Document.Id)));
        return true;
    }

    // The time that printing took may have passed a moment of the input; a register ahead of the whole input may not be sold into.
    private bool MoveClock(FiscalNetDocument.ClockMove move)
    {
        var moment = move.Line.Time;
        if (moment < register.Now && _lastMove is null)
        {
            Refusals++;
            messages.WriteLine($"{move.Source}: the register's clock is at {register.Now:yyyy-MM-dd HH:mm:ss} already: "
                + "this day was played into it before, or it belongs into another state directory; nothing more is played");
            return false;
        }

        _lastMove = moment;
        register.MoveClock(moment);
        return true;
    }

    private void Refuse(HostCommand command, DatecsReply reply)
    {
        Refusals++;
        var error = FiscalNetAnswer.ErrorOf(reply);
        var text = FiscalNetAnswer.TextOf(error);
        if (register.Machine.Register.Receipts.Receipt.IsOpen) register.Host.Send(CancelReceipt);
        messages.WriteLine($"{command.Source}: refused: {(int)error} {text}");
        answers.WriteLine(FiscalNetAnswer.Format((int)error, text));
    }
}
