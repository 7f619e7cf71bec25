using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Rig;

/// <summary>A host that goes on as a good host does when the power goes: it repeats its last frame, and begins a lost receipt again.</summary>
/// <param name="register">The register on its line.</param>
/// <param name="powerOn">Switches it on again; may be cut itself.</param>
/// <param name="hearsLate">The answer that ends a unit is on the line until its document is on paper, and goes with the power.</param>
internal sealed class PatientHost(TestRegister register, Action powerOn, bool hearsLate = false)
{
    /// <summary>No document can be lost with an answer that it has.</summary>
    public bool HearsLate => hearsLate;

    /// <summary>Does something; when the power goes meanwhile, the register is switched on again.</summary>
    public void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (PowerCutException)
        {
            Guarded(powerOn);
        }
    }

    /// <summary>Sends a command until it is answered.</summary>
    public DatecsReply Send(int command, string data = "") => Answer(() => register.Host.SendData(command, data));

    /// <summary>Sends commands that belong together, a receipt's; what the register lost is begun again from the start.</summary>
    public void Carry(params (int Command, string Data)[] unit)
    {
        for (var next = 0; next < unit.Length;)
        {
            var (command, data) = unit[next];
            var reply = hearsLate && next == unit.Length - 1 ? Answer(() => SendAndPrint(command, data)) : Send(command, data);
            if (reply.Ok) next++;
            else if (register.Power.Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptIssued) return;
            else if (register.Power.Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else Assert.Fail($"command {command} was refused: {reply.ErrorCode} {FiscalErrors.Cause((FiscalError)reply.ErrorCode)}");
        }
    }

    private DatecsReply Answer(Func<DatecsReply> send)
    {
        DatecsReply? reply = null;
        Guarded(() => reply = send());
        while (reply is null) Guarded(() => reply = register.Host.Repeat());
        return reply;
    }

    private DatecsReply SendAndPrint(int command, string data)
    {
        var reply = register.Host.SendData(command, data);
        register.Machine.RunToRest();
        return reply;
    }
}
