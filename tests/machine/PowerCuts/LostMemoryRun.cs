using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>The short day up to one power cut in which the working memory is lost too, and what the register makes of it.</summary>
internal sealed class LostMemoryRun
{
    private readonly List<string> _sums = [];

    /// <summary>The day without a cut; tells of every durable write.</summary>
    public LostMemoryRun(Action<StoreWrite, int> watch)
    {
        Register.Power.Watch = watch;
        Live();
        Register.Power.Watch = null;
    }

    /// <param name="cut">Which write is torn, and after how many bytes.</param>
    /// <param name="again">Cuts while the register mends: writes after the one before, bytes, and whether the memory is lost again.</param>
    public LostMemoryRun((long Write, int Bytes) cut, params (int Writes, int Bytes, bool Lose)[] again)
    {
        Register.Power.CutAt(cut.Write, cut.Bytes);
        try
        {
            Live();
        }
        catch (PowerCutException)
        {
            Losses++;
            Register.LoseWorkingMemory();
            Mend(new(again));
        }
    }

    public TestRegister Register { get; } = new();

    /// <summary>How often the memory was lost.</summary>
    public int Losses { get; private set; }

    /// <summary>Units that were answered to their end before the cut.</summary>
    public int Answered { get; private set; }

    /// <summary>The day's sums after each answered unit, the empty day's first; a new day's follow after its Z.</summary>
    public IReadOnlyList<string> Sums => _sums;

    /// <summary>All that a day comes to, as text that two days can be compared by.</summary>
    public static string SumsOf(TestRegister register)
    {
        var bytes = new byte[512];
        register.Register.State.Totals.Save(new ByteWriter(bytes));
        return $"Z{register.Register.State.LastZ} {register.Register.State.GrandTotal} {register.Register.State.GrandVat} {Convert.ToHexString(bytes)}";
    }

    private void Live()
    {
        SwitchOn();
        _sums.Add(SumsOf(Register));
        foreach (var unit in ShortDay.Units)
        {
            foreach (var (command, data) in unit)
            {
                DatecsReply reply = Register.Host.SendData(command, data);
                Assert.IsTrue(reply.Ok, $"command {command} was refused: {reply.ErrorCode}");
            }

            Answered++;
            _sums.Add(SumsOf(Register));
        }

        Register.Machine.RunToRest();
    }

    private void Mend(Queue<(int Writes, int Bytes, bool Lose)> again)
    {
        var next = again.TryDequeue(out var cut);
        if (next) Register.Power.CutAt(Register.Power.Writes + cut.Writes, cut.Bytes);
        try
        {
            SwitchOn();
            Register.Machine.RunToRest();
            Register.Power.CutAt(-1, 0);
        }
        catch (PowerCutException)
        {
            if (cut.Lose)
            {
                Losses++;
                Register.LoseWorkingMemory();
            }

            Mend(again);
        }
    }

    private void SwitchOn()
    {
        Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn(), "start-up");
        if (!Register.Register.Identity.IsFiscalised) Assert.AreEqual(FiscalError.None, Register.Register.Fiscalise(DemoShop.Order()));
    }
}
