using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Online;

/// <summary>A technician who goes on with the file that he has no answer for, whatever cuts the power.</summary>
internal sealed class PatientTechnician(OnlineRegister online)
{
    /// <summary>His line to the register.</summary>
    public PatientHost Host { get; } = new(online.Register, online.Restart);

    /// <summary>Imports a file.</summary>
    public void Import(int option)
    {
        var reply = Host.Send(253, $"{option}\t");
        if (reply.ErrorCode == (int)FiscalError.ServicePasswordNeeded)
        {
            Host.Guarded(online.InService);
            Import(option);
            return;
        }

        // The notice that a document was interrupted began a day.
        if (reply.ErrorCode == (int)FiscalError.ZReportNeeded)
        {
            online.Register.Do(69, "Z\t");
            online.Register.Machine.RunToRest();
            Import(option);
            return;
        }

        Assert.IsTrue(reply.Ok, $"import {option}: {reply.ErrorCode}");
    }

    /// <summary>Lets the register do what it does by itself.</summary>
    public void Settle() => Host.Guarded(online.Settle);
}
