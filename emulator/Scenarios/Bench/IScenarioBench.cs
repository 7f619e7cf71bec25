using Nf.Emulator.Host;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>A register that a story is played on: the emulated one in this process, or a board in a rig.</summary>
/// <remarks>
/// One bench is made for one story, is fiscalised with the demo shop's data and switched on when the story begins, and is
/// disposed of after it. All members are called from one thread. A member whose ability is not in <see cref="Can"/> is never called:
/// the story is reported as skipped. All times are the register's: virtual here, the wall's in a rig.
/// Nothing here throws because the register is off, cut or silent: then <see cref="Line"/> receives nothing.
/// <code>using var bench = new EmulatorBench(order); bench.Settle(); bench.Paper;</code>
/// </remarks>
public interface IScenarioBench : IDisposable
{
    /// <summary>What it can do.</summary>
    BenchAbilities Can { get; }

    /// <summary>The host line. Waiting on it is what lets an emulated register run.</summary>
    IHostChannel Line { get; }

    /// <summary>What is on paper since the story began, one string a line, as <see cref="Peripherals.PaperText"/> draws it.</summary>
    IReadOnlyList<string> Paper { get; }

    /// <summary>The register's time since the story began.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>The register has power.</summary>
    bool IsOn { get; }

    /// <summary>Upper and lower line of the display, 20 characters each. Needs <see cref="BenchAbilities.Display"/>.</summary>
    (string Upper, string Lower) Display { get; }

    /// <summary>The moment on the register's clock. Needs <see cref="BenchAbilities.Clock"/>.</summary>
    DateTime Clock { get; }

    /// <summary>Lets the register's own time pass; it works meanwhile.</summary>
    void Wait(TimeSpan time);

    /// <summary>Lets it finish what goes on by itself, and returns then; also when it stands still because a hand must help.</summary>
    void Settle();

    /// <summary>Waits until every command is answered and everything is on paper.</summary>
    /// <returns>False when it was not within the time.</returns>
    bool WaitForRest(TimeSpan most);

    /// <summary>Switches on; returns when the register listens, or could. Needs <see cref="BenchAbilities.Power"/>.</summary>
    void SwitchOn();

    /// <summary>Cuts the power now. Needs <see cref="BenchAbilities.Power"/>.</summary>
    void CutPower();

    /// <summary>Cuts it when so much time has passed from now, whatever the register does then. Needs <see cref="BenchAbilities.Power"/>.</summary>
    void CutPowerAfter(TimeSpan time);

    /// <summary>Cuts it in a durable write. Needs <see cref="BenchAbilities.CutAtWrite"/>.</summary>
    void CutPowerAt(WriteCut cut);

    /// <summary>Does a thing to a part, or takes it back. Needs the ability of the fault, <see cref="BenchFaults.Needs"/>.</summary>
    void Set(BenchFault fault, bool on);

    /// <summary>Does it when so many more lines are printed. Needs the ability of the fault.</summary>
    void SetAfterLines(BenchFault fault, int lines);

    /// <summary>Moves the technician's switch. Needs <see cref="BenchAbilities.ServiceSwitch"/>.</summary>
    void SetServiceSwitch(bool on);

    /// <summary>Makes the clock chip show a moment. Needs <see cref="BenchAbilities.Clock"/>.</summary>
    /// <param name="moment">Local civil time.</param>
    /// <param name="passes">Time passes up to it, seasons and all; false: somebody turned the chip, also back.</param>
    void MoveClock(DateTime moment, bool passes);

    /// <summary>The working memory's battery ends while the register is off. Needs <see cref="BenchAbilities.MemoryLoss"/>.</summary>
    void LoseWorkingMemory();

    /// <summary>A file of the journal's card as text; null when there is none. Needs <see cref="BenchAbilities.Journal"/>.</summary>
    string? JournalFile(string name);

    /// <summary>Names of the files on the external drive. Needs <see cref="BenchAbilities.Drive"/>.</summary>
    IReadOnlyList<string> DriveFiles { get; }

    /// <summary>What ANAF's stand-in got from this register, oldest first. Needs <see cref="BenchAbilities.Anaf"/>.</summary>
    IReadOnlyList<AnafMail> Mail { get; }
}

/// <summary>A cut in a durable write.</summary>
/// <param name="Write">Which one from now on, the next being 1; of the store alone when there is one.</param>
/// <param name="Store">Null: of any store.</param>
/// <param name="Part">How much of it is done.</param>
public sealed record WriteCut(int Write, Machine.StoreWrite? Store, WritePart Part);

/// <summary>How much of a write is done when the power goes.</summary>
public enum WritePart
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The first half of its bytes.</summary>
    Half,

    /// <summary>Everything; the power goes right after.</summary>
    All,
}

/// <summary>One message that ANAF's stand-in received.</summary>
/// <param name="Z">The day that it is about; null for an empty message.</param>
/// <param name="Acknowledged">The stand-in took it over and said so.</param>
/// <param name="Xml">The document.</param>
public sealed record AnafMail(int? Z, bool Acknowledged, string Xml);
