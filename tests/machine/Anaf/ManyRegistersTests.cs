using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Anaf;

/// <summary>Small version of the benchmark <c>anaf-load</c>.</summary>
[TestClass]
public sealed class ManyRegistersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 6, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task Fifty_registers_at_once_lose_nothing()
    {
        const int Count = 50;
        using var folder = new TempFolder();
        using var desk = AnafDesk.Open(folder.Root, Now, null, TestKeys.Stored(1));
        await using var server = await AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(new FixedClock(Now)));
        var many = new ManyRegisters(desk, server, Now);
        many.Register(Count);
        await many.SendDayAsync(1, 3);
        await many.SendDayAsync(2, 3);
        Assert.AreEqual(2 * Count, desk.Messages.Count);
        var registers = desk.Registers.All();
        Assert.HasCount(Count, registers);
        Assert.IsTrue(registers.All(register => register.LastZ == 2 && !register.Flagged));
    }
}
