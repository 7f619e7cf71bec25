using Nf.Emulator.FiscalNet;
using Nf.Emulator.Host;
using Nf.Emulator.Scripts;

namespace Nf.Emulator.Commands;

/// <summary>Sends documents to a register one after another and writes an answer for each.</summary>
/// <param name="register">The register.</param>
/// <param name="answers">Gets one line for each receipt or command.</param>
/// <param name="messages">Gets one line for each refusal, with its place in the input.</param>
/// <param name="stopAtRefusal">Nothing is played after a refusal.</param>
public sealed class Player(PlayRegister register, TextWriter answers, TextWriter messages, bool stopAtRefusal = false)
{
    private const int CancelReceipt = 60;

    private DateTime? _lastMove;

    /// <summary>Documents that the register refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>Plays one document.</summary>
    /// <returns>False: nothing more may be played.</returns>
    public bool Play(PlayStep step)
    {
        if (step.Document is FiscalNetDocument.ClockMove move) return MoveClock(move.Source, move.Line.Time);
        DatecsReply? reply = null;
        foreach (var command in step.Commands)
        {
            reply = register.Host.SendData(command.Number, command.Data);
            if (reply.Ok) continue;
            if (register.Machine.Register.Receipts.Receipt.IsOpen) register.Host.Send(CancelReceipt);
            var error = FiscalNetAnswer.ErrorOf(reply);
            answers.WriteLine(FiscalNetAnswer.Format((int)error, FiscalNetAnswer.TextOf(error)));
            return Refused(command, reply);
        }

        answers.WriteLine(FiscalNetAnswer.Format(
            FiscalNetAnswer.NumberOf(step.Commands[^1].Number, reply!, register.Machine.Register.State.Document.Id)));
        return true;
    }

    /// <summary>Sends one command of a script, as it stands there.</summary>
    /// <returns>False: nothing more may be played.</returns>
    public bool Send(HostCommand command)
    {
        var reply = register.Host.SendData(command.Number, command.Data);
        answers.WriteLine(ScriptAnswer.Format(reply));
        return reply.Ok || Refused(command, reply);
    }

    /// <summary>Lets the clock go forward to a local time.</summary>
    /// <returns>False: what follows makes no sense any more, because the register's day is ahead of the input's.</returns>
    /// <remarks>The time that printing took may have passed a moment of the input; a register ahead of the whole input may not be sold into.</remarks>
    public bool MoveClock(SourceLine source, DateTime moment)
    {
        if (moment < register.Now && _lastMove is null)
        {
            Refusals++;
            messages.WriteLine($"{source}: the register's clock is at {register.Now:yyyy-MM-dd HH:mm:ss} already: "
                + "this day was played into it before, or it belongs into another state directory; nothing more is played");
            return false;
        }

        _lastMove = moment;
        register.MoveClock(moment);
        return true;
    }

    private bool Refused(HostCommand command, DatecsReply reply)
    {
        Refusals++;
        var error = FiscalNetAnswer.ErrorOf(reply);
        messages.WriteLine($"{command.Source}: refused: {(int)error} {FiscalNetAnswer.TextOf(error)}");
        return !stopAtRefusal;
    }
}
