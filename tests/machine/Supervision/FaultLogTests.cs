using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Supervision;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Supervision;

/// <summary>The record of the last fault: whole or as it was, whatever cuts the power, and on paper.</summary>
[TestClass]
public sealed class FaultLogTests
{
    [TestMethod]
    public void A_power_cut_while_a_record_is_written_leaves_the_one_before_or_the_new_one()
    {
        for (var bytes = 0; bytes <= 128; bytes++)
        {
            PowerSupply power = new();
            RamStore cells = new(Mb85rsModel.Size);
            Open(cells, power).Add("First", "one", true, 100, 1);
            Open(cells, power).Add("Second", "two", false, 200, 2);
            power.CutAt(power.Writes, bytes);
            Assert.ThrowsExactly<PowerCutException>(() => Open(cells, power).Add("Third", "three", true, 300, 3));
            var kept = Open(cells, power);
            var isNew = bytes == 128;
            Assert.AreEqual(isNew ? "Third three True 300 3 3 3" : "Second two False 200 2 2 2", Text(kept), $"cut after {bytes} bytes");
            kept.Add("Fourth", "four", true, 400, 4);
            Assert.AreEqual($"Fourth four True 400 4 {(isNew ? "4 4" : "3 3")}", Text(Open(cells, power)));
        }
    }

    [TestMethod]
    public void Of_long_texts_the_end_is_kept()
    {
        PowerSupply power = new();
        RamStore cells = new(Mb85rsModel.Size);
        Open(cells, power).Add(new string('a', 50) + "Exception", new string('b', 60) + "!", false, 0, 0);
        var kept = Open(cells, power);
        Assert.AreEqual(new string('a', FaultLog.MaxType - 9) + "Exception", kept.Type);
        Assert.AreEqual(new string('b', FaultLog.MaxMessage - 1) + "!", kept.Message);
    }

    [TestMethod]
    public void Faults_in_a_row_stop_counting_before_their_byte_is_full()
    {
        PowerSupply power = new();
        RamStore cells = new(Mb85rsModel.Size);
        for (var i = 0; i < 300; i++) Open(cells, power).Add("T", "m", true, 0, 0);
        Assert.AreEqual(FaultLog.MaxInARow, Open(cells, power).InARow);
        Assert.AreEqual(300, Open(cells, power).Total);
    }

    [TestMethod]
    public void The_diagnosis_prints_the_last_fault_and_says_nothing_without_one()
    {
        var register = TestRegister.Fiscalised();
        register.Do(71, "0\t");
        register.Machine.RunToRest();
        Assert.IsFalse(register.Paper.Any(line => line.StartsWith("ERORI INTERNE", StringComparison.Ordinal)));
        new FaultLog(new Mb85rsFram(register.Hardware.WorkingMemory)).Add("System.Exception", "bus", false, 817_000_000, 65_000);
        register.Machine.PowerOn();
        register.Do(71, "0\t");
        register.Machine.RunToRest();
        string[] wanted = ["ERORI INTERNE 1", "LA LUCRU", "SECUNDE DE LA PORNIRE 65", "System.Exception", "bus"];
        string[] printed = [.. register.Paper.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        foreach (var line in wanted) CollectionAssert.Contains(printed, line);
    }

    private static FaultLog Open(RamStore cells, PowerSupply power) => new(new Mb85rsFram(new Mb85rsModel(cells, power)));

    private static string Text(FaultLog log) => $"{log.Type} {log.Message} {log.AtStart} {log.Moment} {log.Uptime} {log.Total} {log.InARow}";
}
