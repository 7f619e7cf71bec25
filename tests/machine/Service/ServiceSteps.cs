using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Service;

/// <summary>A technician's visit as host commands.</summary>
internal static class ServiceSteps
{
    public const string Series = "1234567890";
    public const string Serial = "DB4100000007";
    public const string FiscalCode = "RO22334455";

    /// <summary>What is programmed before 72, in the order of the public example, as (command, data).</summary>
    public static readonly (int Command, string Data)[] Programming =
    [
        (61, "16-11-26 09:17:10\t"),
        (43, "W\t1\tMAGAZIN PROBA SRL\t"),
        (43, "W\t2\tSTR. LUNGĂ NR. 7, BRAȘOV, JUD. BRAȘOV\t"),
        (43, "W\t"),
        (91, Serial + "\t"),
        (83, "21.00\t11.00\t9.00\t0.00\t100.02\t"),
    ];

    public const string Fiscalise = Series + "\t" + FiscalCode + "\t1\t";

    /// <summary>A new register, switched on, with nothing programmed.</summary>
    public static TestRegister Fresh()
    {
        var register = new TestRegister();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        return register;
    }

    /// <summary>The jumper is in and the technician's first password is given.</summary>
    public static TestRegister InService(this TestRegister register)
    {
        register.Hardware.ServiceJumper.Closed = true;
        register.Do(253, "0\t1234\t");
        return register;
    }

    public static TestRegister Programmed(this TestRegister register)
    {
        foreach (var (command, data) in Programming) register.Do(command, data);
        return register;
    }

    /// <summary>Fiscalised by host commands; the technician is gone.</summary>
    public static TestRegister FiscalisedByHost()
    {
        var register = Fresh().InService().Programmed();
        register.Do(72, Fiscalise);
        register.Machine.RunToRest();
        register.Do(149, "0\t");
        register.Hardware.ServiceJumper.Closed = false;
        return register;
    }
}
