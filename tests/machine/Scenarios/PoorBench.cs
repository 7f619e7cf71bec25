using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Bench;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>A bench that can do nothing but what every bench can.</summary>
internal sealed class PoorBench(IScenarioBench inner) : IScenarioBench
{
    public BenchAbilities Can => BenchAbilities.None;

    public IHostChannel Line => inner.Line;

    public IReadOnlyList<string> Paper => inner.Paper;

    public TimeSpan Elapsed => inner.Elapsed;

    public bool IsOn => inner.IsOn;

    public (string Upper, string Lower) Display => throw new NotSupportedException();

    public DateTime Clock => throw new NotSupportedException();

    public IReadOnlyList<string> DriveFiles => throw new NotSupportedException();

    public IReadOnlyList<AnafMail> Mail => throw new NotSupportedException();

    public void Wait(TimeSpan time) => inner.Wait(time);

    public void Settle() => inner.Settle();

    public bool WaitForRest(TimeSpan most) => inner.WaitForRest(most);

    public void SwitchOn() => throw new NotSupportedException();

    public void CutPower() => throw new NotSupportedException();

    public void CutPowerAfter(TimeSpan time) => throw new NotSupportedException();

    public void CutPowerAt(WriteCut cut) => throw new NotSupportedException();

    public void Set(BenchFault fault, bool on) => throw new NotSupportedException();

    public void SetAfterLines(BenchFault fault, int lines) => throw new NotSupportedException();

    public void SetServiceSwitch(bool on) => throw new NotSupportedException();

    public void MoveClock(DateTime moment, bool passes) => throw new NotSupportedException();

    public void LoseWorkingMemory() => throw new NotSupportedException();

    public string? JournalFile(string name) => throw new NotSupportedException();

    public void Dispose() => inner.Dispose();
}
