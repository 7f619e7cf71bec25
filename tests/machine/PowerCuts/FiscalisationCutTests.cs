using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.Service;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>A power cut at every write of a technician's visit: not fiscalised, or fiscalised with everything (norms, art. 42).</summary>
[TestClass]
public sealed class FiscalisationCutTests
{
    [TestMethod]
    public void Every_write_of_the_visit() => Cuts.AtEveryTear(60, Visit);

    private static void Visit(Action<PowerSupply> begin)
    {
        var register = new TestRegister();
        register.Hardware.ServiceJumper.Closed = true;
        begin(register.Power);
        var host = new PatientHost(register, () => PowerOn(register));
        host.Guarded(() => PowerOn(register));
        (int, string)[] visit = [(253, "0\t1234\t"), .. ServiceSteps.Programming, (72, ServiceSteps.Fiscalise)];
        foreach (var (command, data) in visit) Carry(host, command, data);
        host.Guarded(register.Machine.RunToRest);
        Cuts.End(register.Power);
        Check(register);
    }

    private static void PowerOn(TestRegister register) => Assert.AreEqual(FiscalError.None, register.Machine.PowerOn(), "start-up");

    // A register that was off has forgotten that the technician is there.
    private static void Carry(PatientHost host, int command, string data)
    {
        var reply = host.Send(command, data);
        if (reply.ErrorCode == (int)FiscalError.ServicePasswordNeeded)
        {
            Carry(host, 253, "0\t1234\t");
            Carry(host, command, data);
            return;
        }

        Assert.IsTrue(reply.Ok, $"command {command}: {reply.ErrorCode}");
    }

    private static void Check(TestRegister register)
    {
        var log = register.Register.Log;
        Assert.AreEqual(1, log.Count(RecordKind.Fiscalisation), "fiscalisation");
        Assert.AreEqual(0, register.Hardware.FiscalMemory.Violations.Count, "a location was programmed twice");
        Assert.AreEqual("0", register.Do(43, "R\t").Fields[0], "header changes used up");
        var titles = register.Paper.Count(line => line.Contains("FISCALIZARE"));
        var documents = register.Paper.Count(line => line.Contains("PLĂTITOR TVA"));
        Assert.IsTrue(titles + documents is 2 or 3, $"{titles} titles, {documents} lines of it: one line at most is printed again");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(titles, register.Paper.Count(line => line.Contains("FISCALIZARE")), "a later start prints it again");
        register.Receipt("1.21").HasInOrder("MAGAZIN PROBA SRL", "CIF: RO22334455", "Z:0001 BF:0001", "TOTAL TVA A - 21% 0.21",
            "S/N: DB4100000007");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 1.21");
    }
}
