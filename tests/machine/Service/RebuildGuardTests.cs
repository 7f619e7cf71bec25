using Nf.Emulator.Peripherals;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Service;

/// <summary>While a lost working memory waits to be rebuilt nothing is written, told or programmed that depends on it.</summary>
[TestClass]
public sealed class RebuildGuardTests
{
    public static IEnumerable<object[]> Guarded =>
        from command in new (int, string)[]
        {
            (38, ""), (39, ""), (42, "Text\t"), (43, "W\t1\tAlt magazin\t"), (43, "W\t"), (48, "1\t0001\t1\t\t\t"), (49, ReceiptSteps.Line("1.00")),
            (50, ""), (53, "0\t\t"), (56, ""), (58, "1\t1.000\t"), (60, ""), (61, "17-11-26 10:00:00\t"), (65, "0\t"), (69, "X\t"), (69, "Z\t"),
            (69, "J\t"), (70, "0\t5.00\t"), (70, "0\t0\t"), (71, "0\t"), (72, ServiceSteps.Fiscalise), (74, "0\t"), (76, ""),
            (83, "19.00\t9.00\t5.00\t0.00\t100.02\t"), (87, "\t"), (88, "\t"), (91, "DB4100000009\t"), (94, "\t\t"), (95, "0\t1\t1\t"),
            (101, "1\t0001\t4711\t"), (103, ""), (105, ""), (107, "P\t1\t1\t1\t1\t0\t1.00\t0\t0\t\t\t\t\tArticol\t\t"), (107, "I\t"),
            (110, ""), (111, "1\t"), (112, "1\t"), (123, "3\t"), (124, "\t\t"), (125, "1\t1\t"), (127, ""), (149, "0\t"), (149, "2\t"),
            (253, "0\t1234\t"), (253, "0\t1234\tM\t"), (253, "1\t1234\t12345\t"), (253, "2\t"), (253, "3\t"), (255, "OperName\t0\tAna\t"),
            (255, "EcrPluDailyClearing\t0\t1\t"), (255, "nZreport\t\t\t"),
        }
        select new object[] { command.Item1, command.Item2 };

    [TestMethod]
    [DynamicData(nameof(Guarded))]
    public void Is_refused_with_what_is_missing_and_writes_nothing(int command, string data)
    {
        var register = Waiting();
        var memories = Memories(register);
        register.Refused(FiscalError.JournalMissing, command, data);
        register.Machine.Idle(TimeSpan.FromSeconds(1));
        Assert.AreEqual(memories, Memories(register));
        var explained = register.Do(100, $"{(int)FiscalError.JournalMissing}\t").Fields[1];
        Assert.AreEqual($"{FiscalErrors.Cause(FiscalError.JournalMissing)}. {FiscalErrors.Next(FiscalError.JournalMissing)}", explained);
    }

    [TestMethod]
    [DataRow(62, "")]
    [DataRow(68, "")]
    [DataRow(74, "")]
    [DataRow(86, "")]
    [DataRow(90, "1\t")]
    [DataRow(99, "")]
    [DataRow(123, "1\t")]
    public void What_needs_no_working_memory_is_answered(int command, string data) => Waiting().Do(command, data);

    [TestMethod]
    public void The_mode_is_blocked() => Assert.AreEqual("6", Waiting().Do(149).Fields[0]);

    [TestMethod]
    public void Whoever_has_the_register_itself_changes_nothing_either()
    {
        var register = Waiting();
        var memories = Memories(register);
        Assert.AreEqual(FiscalError.JournalMissing, register.Register.SetForeignCurrency("EUR", 497050));
        Assert.AreEqual(FiscalError.JournalMissing, register.Register.ChangeJournalMedium());
        Assert.AreEqual(FiscalError.JournalMissing, register.Register.ChangeVatGroups(Rates()));
        Assert.AreEqual(memories, Memories(register));
    }

    // The day is open, although the memory that knew it is gone: a day bears one header and one set of rates.
    [TestMethod]
    [DataRow(83, "19.00\t9.00\t5.00\t0.00\t100.02\t")]
    [DataRow(61, "17-11-26 10:00:00\t")]
    public void A_command_in_the_middle_of_the_rebuilding_waits_for_it_and_finds_the_day_open(int command, string data)
    {
        var register = Waiting();
        register.Card.Present = true;
        register.Time.AdvanceTo(register.Time.NowMicroseconds + 300_000);
        register.Register.Turn();
        Assert.AreEqual(FiscalError.Busy, register.Register.BlockedBy);
        register.Refused(FiscalError.ZReportNeeded, command, data);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 k)")]
    public void A_battery_that_took_the_clock_too_lets_the_clock_be_set_and_nothing_else()
    {
        var register = Waiting();
        register.Hardware.Clock.BatteryDead = true;
        register.Card.Present = true;
        register.Machine.PowerOn();
        register.Refused(FiscalError.ClockLost, 83, "19.00\t9.00\t5.00\t0.00\t100.02\t");
        register.Refused(FiscalError.ClockLost, 255, "OperName\t0\tAna\t");
        register.Refused(FiscalError.ClockLost, 253, "3\t");
        register.Do(61, "16-11-26 12:00:00\t");
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        register.Machine.RunToRest();
        register.CloseDay().HasInOrder("RESETĂRI RAM 1", "VAL. TOTALĂ VÂNZĂRI 1.00");
    }

    // Tables that were never read would be written over as if they were empty.
    [TestMethod]
    public void Stores_that_could_not_be_read_are_not_programmed()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Spoil(512 * 3 + 70, 0);
        Assert.AreEqual(FiscalError.FiscalMemoryDamaged, register.Machine.PowerOn());
        register.Hardware.ServiceJumper.Closed = true;
        var memories = Memories(register);
        foreach (var command in Guarded) register.Refused(FiscalError.FiscalMemoryDamaged, (int)command[0], (string)command[1]);
        Assert.AreEqual(FiscalError.FiscalMemoryDamaged, register.Register.Fiscalise(Nf.Emulator.Machine.DemoShop.Order()));
        Assert.AreEqual(memories, Memories(register));
    }

    private static VatGroups Rates()
    {
        var groups = new VatGroups();
        groups.Set(0, VatGroupKind.Rate, 1900);
        return groups;
    }

    // A day with a receipt, its memory lost, its card away; a technician stands before it.
    private static TestRegister Waiting()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Hardware.ServiceJumper.Closed = true;
        register.LoseWorkingMemory();
        register.Card.Present = false;
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        // A clock that is read for the first time notes its season.
        register.Do(62);
        return register;
    }

    private static string Memories(TestRegister register)
    {
        var machine = register.Register;
        var working = System.Security.Cryptography.SHA256.HashData(register.Fram(0, Mb85rsModel.Size));
        var card = string.Join(' ', register.Card.Names.Select(name => $"{name}:{register.Card.Length(name)}"));
        return $"{Convert.ToHexString(working)} {register.Hardware.FiscalMemory.Programs} {machine.Log.UsedSlots} {card} {register.Roll.Lines.Count}";
    }
}
