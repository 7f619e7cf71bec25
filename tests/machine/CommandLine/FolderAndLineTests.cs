using Nf.Emulator.Host;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf run --bonuri</c> with a host on the TCP line: they take turns.</summary>
[TestClass]
public sealed class FolderAndLineTests
{
    [TestMethod]
    public void A_file_waits_for_the_receipt_that_is_open_on_the_line()
    {
        using var folder = new TempFolder();
        using var nf = NfProcess.Start("run", "--anaf", "none", "--state", folder["state"], "--http", "0", "--host", "0",
            "--bonuri", folder["in"], "--raspuns", folder["out"]);
        nf.NextLine();
        var port = int.Parse(nf.NextLine().Split(':')[^1]);
        nf.NextLine();
        StringAssert.EndsWith(nf.NextLine(), folder["in"]);
        StringAssert.EndsWith(nf.NextLine(), folder["out"]);
        using var channel = new TcpHostChannel("127.0.0.1", port);
        var host = new DatecsClient(channel);
        Assert.IsTrue(host.SendData(48, "1\t0001\t1\t\t\t").Ok);
        File.WriteAllText(folder["in/bon.txt"], "S^PÂINE^450^1000^BUC^2^1\nP^1^500\n");
        Assert.IsTrue(SpinWait.SpinUntil(() => !File.Exists(folder["in/bon.txt"]), NfProcess.Limit), "the file is not taken");
        Assert.IsTrue(host.SendData(49, "Lapte\t2\t8.90\t1.000\t\t\t1\tBUC\t").Ok);
        Assert.IsTrue(host.SendData(53, "0\t\t").Ok);
        Assert.AreEqual("1", host.SendData(56, "").Fields[0]);
        Assert.IsFalse(File.Exists(folder["out/bon.txt"]), "answered in the middle of the line's receipt");
        Assert.IsTrue(SpinWait.SpinUntil(() => File.Exists(folder["out/bon.txt"]), NfProcess.Limit), "the file is not answered");
        CollectionAssert.AreEqual(new[] { "BONOK=1", "NRBON=2" }, File.ReadAllLines(folder["out/bon.txt"]));
        Assert.IsTrue(host.SendData(69, "Z\t").Ok, "the line goes on");
    }
}
