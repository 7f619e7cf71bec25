using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Rig;

/// <summary>A host that goes on as a good host does when the power goes: it repeats its last frame, and begins a lost receipt again.</summary>
/// <param name="register">The register on its line.</param>
/// <param name="powerOn">Switches it on again; may be cut itself.</param>
internal sealed class PatientHost(TestRegister register, Action powerOn)
{
    /// <summary>Power cuts so far.</summary>
    public int Cuts { get; private set; }

    /// <summary>Does something; when the power goes meanwhile, the register is switched on again.</summary>
    public void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (PowerCutException)
        {
            Cuts++;
            Guarded(powerOn);
        }
    }

    /// <summary>Sends a command until it is answered.</summary>
    public DatecsReply Send(int command, string data = "")
    {
        DatecsReply? reply = null;
        Guarded(() => reply = register.Host.SendData(command, data));
        while (reply is null) Guarded(() => reply = register.Host.Repeat());
        return reply;
    }

    /// <summary>Sends commands that belong together, a receipt's; what the register lost is begun again from the start.</summary>
    public void Carry(params (int Command, string Data)[] unit)
    {
        for (var next = 0; next < unit.Length;)
        {
            var (command, data) = unit[next];
            var reply = Send(command, data);
            if (reply.Ok) next++;
            else if (Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptIssued) return;
            else if (Cuts > 0 && reply.ErrorCode == (int)FiscalError.ReceiptClosed) next = 0;
            else Assert.Fail($"command {command} was refused: {reply.ErrorCode} {FiscalErrors.Cause((FiscalError)reply.ErrorCode)}");
        }
    }
}
