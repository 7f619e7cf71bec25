using Nf.Emulator.Machine;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>
/// The short day with a power cut in which the working memory is lost too, and a host that sends the frame again whose
/// answer it did not get, and goes on with its day.
/// </summary>
internal sealed class LostMemoryRun
{
    private readonly Queue<(int Writes, int Bytes, bool Lose)> _again = new();
    private readonly List<string> _sums = [];
    private readonly PatientHost _host;
    private bool _lose = true;

    /// <summary>The day without a cut.</summary>
    /// <param name="watch">Told of every durable write.</param>
    /// <param name="without">A unit that the host leaves out.</param>
    public LostMemoryRun(Action<StoreWrite, int>? watch = null, int without = -1)
    {
        _host = new PatientHost(Register, SwitchOnAgain);
        Register.Power.Watch = watch;
        Live(without);
        Register.Power.Watch = null;
    }

    /// <param name="cut">Which write is torn, and after how many bytes.</param>
    /// <param name="late">The answer that ends a unit is on the line until its document is on paper, and goes with the power.</param>
    /// <param name="again">Cuts while the register mends: writes after the one before, bytes, and whether the memory is lost again.</param>
    public LostMemoryRun((long Write, int Bytes) cut, bool late, params (int Writes, int Bytes, bool Lose)[] again)
    {
        _host = new PatientHost(Register, SwitchOnAgain, late);
        _again = new(again);
        Register.Power.CutAt(cut.Write, cut.Bytes);
        Live(-1);
    }

    public TestRegister Register { get; } = new();

    /// <summary>No document can be lost with an answer that the host has.</summary>
    public bool IsLate => _host.HearsLate;

    /// <summary>How often the memory was lost.</summary>
    public int Losses { get; private set; }

    /// <summary>Units that were answered to their end before the cut.</summary>
    public int Answered { get; private set; }

    /// <summary>The day's sums when the register had mended itself and the host had not come yet.</summary>
    public string Mended { get; private set; } = "";

    /// <summary>The day's sums after each answered unit, the empty day's first; a new day's follow after its Z.</summary>
    public IReadOnlyList<string> Sums => _sums;

    /// <summary>What both days come to at the end.</summary>
    public string Final { get; private set; } = "";

    /// <summary>All that a day comes to, as text that two days can be compared by.</summary>
    public static string SumsOf(TestRegister register) =>
        $"Z{register.Register.State.LastZ} {register.Register.State.GrandTotal} {register.Register.State.GrandVat} {Hex(register.Register.State.Totals)}";

    private static string Hex(Nf.Firmware.Day.DayTotals totals)
    {
        var bytes = new byte[512];
        totals.Save(new ByteWriter(bytes));
        return Convert.ToHexString(bytes);
    }

    private void Live(int without)
    {
        _host.Guarded(SwitchOn);
        _sums.Add(SumsOf(Register));
        for (var unit = 0; unit < ShortDay.Units.Length; unit++)
        {
            if (unit != without) _host.Carry(ShortDay.Units[unit]);
            if (Losses == 0) Answered++;
            _sums.Add(SumsOf(Register));
        }

        _host.Guarded(Register.Machine.RunToRest);
        Register.Power.CutAt(-1, 0);
        Final = SumsOf(Register) + Closures();
    }

    private string Closures()
    {
        var log = Register.Register.Log;
        if (!log.ReadLatest(RecordKind.Closure)) return " no closure";
        var closure = new ClosureRecord();
        closure.Load(log.Payload);
        return $" {log.Count(RecordKind.Closure)} closures {Hex(closure.Totals)}";
    }

    private void SwitchOnAgain()
    {
        if (_lose)
        {
            Losses++;
            Register.LoseWorkingMemory();
        }

        NextCut();
        SwitchOn();
        if (Mended.Length == 0) Mended = SumsOf(Register);
    }

    private void NextCut()
    {
        var next = _again.TryDequeue(out var cut);
        Register.Power.CutAt(next ? Register.Power.Writes + cut.Writes : -1, cut.Bytes);
        _lose = cut.Lose;
    }

    private void SwitchOn()
    {
        Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn(), "start-up");
        if (!Register.Register.Identity.IsFiscalised) Assert.AreEqual(FiscalError.None, Register.Register.Fiscalise(DemoShop.Order()));
    }
}
