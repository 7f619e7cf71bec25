using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reports;

/// <summary>A power cut at every write of an export: the register's stores stay as they were, and the export is made again as a whole.</summary>
[TestClass]
public sealed class ExportCutTests
{
    private const string Part = "NFPART.TMP";

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A g)")]
    [Article("HG 479/2003, norme art. 33 C c)")]
    [Article("HG 479/2003, norme art. 33 C d)")]
    [DataRow(95, "0\t\t\t1\t", "")]
    [DataRow(95, "1\t\t\t2\t", "0\t1\t1\t1\t")]
    [DataRow(95, "J\t\t\t1\t0\t", "")]
    [DataRow(94, "J\t\t\t2\t\t", "J\t1\t1\t1\t\t")]
    [DataRow(95, "T\t1\t4\t1\t0\t", "")]
    [DataRow(95, "T\t1\t4\t2\t1\t", "T\t1\t4\t1\t0\t")]
    public void Every_write_torn(int command, string data, string before)
    {
        var register = ReportRegister.WithDays();
        register.Machine.PowerOn();
        Prepare(register, before);
        var old = Files(register);
        var sizes = new List<int>();
        register.Power.Watch = (store, size) => sizes.Add(store == StoreWrite.Drive ? size : -1);
        register.Do(command, data);
        register.Power.Watch = null;
        var good = Files(register);
        Assert.IsGreaterThan(2, sizes.Count(size => size > 0));
        for (var write = 0; write < sizes.Count; write++)
            foreach (var bytes in new[] { 0, 1, sizes[write] / 2, Math.Abs(sizes[write]) }.Distinct())
            {
                Prepare(register, before);
                var mark = RegisterMark.Of(register);
                register.Power.CutAt(register.Power.Writes + write, bytes);
                Assert.ThrowsExactly<PowerCutException>(() => register.Host.SendData(command, data));
                Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
                var named = $"write {write} of {sizes.Count}, {bytes} bytes";
                Assert.AreEqual(mark, RegisterMark.Of(register), named);
                NoFileIsHalf(Files(register), old, good, named);
                register.Do(command, data);
                Same(good, Files(register), named);
            }
    }

    // Each name has the old file or the new one; while one takes the other's place the new one is whole under its other name.
    private static void NoFileIsHalf(Dictionary<string, string> found, Dictionary<string, string> old, Dictionary<string, string> good, string named)
    {
        foreach (var (name, bytes) in found.Where(file => file.Key != Part))
            Assert.IsTrue(bytes == good[name] || (old.TryGetValue(name, out var before) && bytes == before), $"{named}: {name} is half written");
        foreach (var name in old.Keys.Where(name => !found.ContainsKey(name)))
            Assert.AreEqual(good[name], found.GetValueOrDefault(Part), $"{named}: {name} is gone");
    }

    private static void Same(Dictionary<string, string> expected, Dictionary<string, string> found, string named)
    {
        CollectionAssert.AreEquivalent(expected.Keys, found.Keys, named);
        foreach (var (name, bytes) in expected) Assert.AreEqual(bytes, found[name], $"{named}: {name}");
    }

    private static void Prepare(TestRegister register, string before)
    {
        register.Drive().Empty();
        if (before.Length > 0) register.Do(95, before);
    }

    private static Dictionary<string, string> Files(TestRegister register) =>
        register.Drive().Names.ToDictionary(name => name, name => Convert.ToHexString(register.Drive().Bytes(name)));
}
