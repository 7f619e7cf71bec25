using Nf.Boards.Files;

namespace Nf.Tests.Machine.BoardAdapters;

/// <summary>Drivers' names as paths of the runtime.</summary>
[TestClass]
public sealed class FatPathTests
{
    [TestMethod]
    [DataRow("Z0001.TXT", @"D:\Z0001.TXT", @"D:\")]
    [DataRow("JE/Z0001.TXT", @"D:\JE\Z0001.TXT", @"D:\JE")]
    public void A_name_gets_its_drive_and_its_folder(string name, string path, string folder)
    {
        Assert.AreEqual(path, FatPath.Of(@"D:\", name));
        Assert.AreEqual(folder, FatPath.Folder(path));
    }
}
