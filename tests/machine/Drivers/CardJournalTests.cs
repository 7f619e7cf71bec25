using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Drivers;

/// <summary>What both kinds of card and the journal's driver over them do alike.</summary>
public abstract class CardJournalTests
{
    private const string Name = "Z0001.TXT";

    protected PowerSupply Power { get; } = new();

    private CardModel Card => field ??= NewCard();

    private CardJournal Journal => field ??= new CardJournal(Card);

    [TestMethod]
    public void WhatIsAppendedIsReadBack()
    {
        Assert.AreEqual(-1, Journal.Length(Name));
        Append("abc");
        Append("defg");
        Assert.AreEqual(7, Journal.Length(Name));
        Assert.AreEqual("cde", Read(2, 3));
        Assert.AreEqual(7, Card.UsedBytes);
    }

    [TestMethod]
    public void AnAppendTakesItsPartOfTheBuffer()
    {
        Assert.AreEqual(DeviceResult.Ok, Journal.Append(Name, "xxabcx"u8.ToArray(), 2, 3));
        Assert.AreEqual("abc", Read(0, 3));
    }

    [TestMethod]
    public void FilesAreApart()
    {
        Append("abc");
        Assert.AreEqual(DeviceResult.Ok, Journal.Append("Z0002.TXT", "12"u8.ToArray(), 0, 2));
        Assert.AreEqual(3, Journal.Length(Name));
        Assert.AreEqual(2, Journal.Length("Z0002.TXT"));
    }

    [TestMethod]
    public void LongFilesKeepTheirBytes()
    {
        var line = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray();
        for (var i = 0; i < 20; i++) Assert.AreEqual(DeviceResult.Ok, Journal.Append(Name, line, 0, 1000));
        var read = new byte[2000];
        Assert.AreEqual(DeviceResult.Ok, Journal.Read(Name, 7000, read, 0, 2000));
        CollectionAssert.AreEqual(line.Concat(line).ToArray(), read);
    }

    [TestMethod]
    public void AReadPastTheEndFails()
    {
        Append("abc");
        Assert.AreEqual(DeviceResult.Failed, Journal.Read(Name, 1, new byte[3], 0, 3));
        Assert.AreEqual(DeviceResult.Failed, Journal.Read(Name, 9, new byte[1], 0, 1));
        Assert.AreEqual(DeviceResult.Failed, Journal.Read("NONE.TXT", 0, new byte[1], 0, 1));
    }

    [TestMethod]
    public void AFullCardTakesNothingOfALine()
    {
        Card.CapacityBytes = 5;
        Append("abc");
        Assert.AreEqual(2, Journal.FreeBytes);
        Assert.AreEqual(DeviceResult.Full, Journal.Append(Name, "def"u8.ToArray(), 0, 3));
        Assert.AreEqual(3, Journal.Length(Name));
        Append("de");
        Assert.AreEqual(0, Journal.FreeBytes);
    }

    [TestMethod]
    public void TheCardItselfTakesWhatFits()
    {
        Card.CapacityBytes = 2;
        Assert.IsFalse(Card.Append(Name, "abc"u8.ToArray(), 0, 3));
        Assert.AreEqual("ab", Read(0, 2));
    }

    [TestMethod]
    public void ARemovedCardIsTold()
    {
        Append("abc");
        Card.Present = false;
        Assert.IsFalse(Journal.Present);
        Assert.AreEqual(0, Journal.FreeBytes);
        Assert.AreEqual(-1, Journal.Length(Name));
        Assert.AreEqual(DeviceResult.NotConnected, Journal.Read(Name, 0, new byte[1], 0, 1));
        Assert.AreEqual(DeviceResult.NotConnected, Journal.Append(Name, "d"u8.ToArray(), 0, 1));
        Card.Present = true;
        Assert.AreEqual("abc", Read(0, 3));
    }

    [TestMethod]
    public void AProtectedCardFailsToWrite()
    {
        Append("abc");
        Card.WriteProtected = true;
        Assert.AreEqual(DeviceResult.Failed, Journal.Append(Name, "d"u8.ToArray(), 0, 1));
        Assert.AreEqual("abc", Read(0, 3));
        Assert.AreEqual(3, Journal.Length(Name));
    }

    [TestMethod]
    [DataRow(0, "abc")]
    [DataRow(2, "abcde")]
    [DataRow(3, "abcdef")]
    [DataRow(9, "abcdef")]
    public void ACutLeavesTheFirstBytes(int bytes, string left)
    {
        Append("abc");
        Power.CutAt(1, bytes);
        Assert.ThrowsExactly<PowerCutException>(() => Journal.Append(Name, "def"u8.ToArray(), 0, 3));
        Assert.AreEqual(left.Length, Journal.Length(Name));
        Assert.AreEqual(left, Read(0, left.Length));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("..")]
    [DataRow(".TXT")]
    [DataRow("A.")]
    [DataRow("z0001.txt")]
    [DataRow("Z00010001.TXT")]
    [DataRow("Z0001.TEXT")]
    [DataRow("A.B.C")]
    [DataRow("../A.TXT")]
    [DataRow("/A.TXT")]
    [DataRow("A/B.TXT")]
    [DataRow("A\\B.TXT")]
    [DataRow("C:A.TXT")]
    [DataRow("A B.TXT")]
    [DataRow("Ș.TXT")]
    public void OtherNamesAreRefused(string name)
    {
        Assert.ThrowsExactly<ArgumentException>(() => Journal.Append(name, [1], 0, 1));
        Assert.ThrowsExactly<ArgumentException>(() => Journal.Length(name));
        Assert.ThrowsExactly<ArgumentException>(() => Journal.Read(name, 0, new byte[1], 0, 1));
    }

    protected abstract CardModel NewCard();

    private void Append(string text) =>
        Assert.AreEqual(DeviceResult.Ok, Journal.Append(Name, text.Select(c => (byte)c).ToArray(), 0, text.Length));

    private string Read(int position, int count)
    {
        var bytes = new byte[count];
        Assert.AreEqual(DeviceResult.Ok, Journal.Read(Name, position, bytes, 0, count));
        return string.Concat(bytes.Select(b => (char)b));
    }
}

[TestClass]
public class MemoryCardTests : CardJournalTests
{
    [TestMethod]
    public void ACloneIsApart()
    {
        var card = new MemoryCard(Power);
        card.Append("A.TXT", [1, 2], 0, 2);
        var clone = card.Clone(new PowerSupply());
        clone.Append("A.TXT", [3], 0, 1);
        card.Append("A.TXT", [4, 5], 0, 2);
        clone.Append("B.TXT", [6], 0, 1);

        Assert.AreEqual(3, clone.Length("A.TXT"));
        var bytes = new byte[4];
        Assert.AreEqual(4, card.Read("A.TXT", 0, bytes, 0, 4));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 4, 5 }, bytes);
        Assert.AreEqual(4, clone.UsedBytes);
        CollectionAssert.AreEqual(new[] { "A.TXT" }, card.Names.ToArray());
    }

    protected override CardModel NewCard() => new MemoryCard(Power);
}

[TestClass]
public sealed class FolderCardTests : CardJournalTests, IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [TestMethod]
    public void AnotherProcessSeesAnAppendAtOnceAndACardIsTakenUpAgain()
    {
        var card = new FolderCard(_temp["card"], Power);
        card.Append("A.TXT", [1, 2], 0, 2);
        CollectionAssert.AreEqual(new byte[] { 1, 2 }, File.ReadAllBytes(_temp["card/A.TXT"]));

        var again = new FolderCard(_temp["card"], Power);
        Assert.AreEqual(2, again.UsedBytes);
        again.Append("A.TXT", [3], 0, 1);
        Assert.AreEqual(3, again.Length("A.TXT"));
    }

    [TestMethod]
    public void WhatTheSystemRefusesTheCardRefuses()
    {
        File.WriteAllText(_temp["card"], "a file where the folder should be");
        var card = new FolderCard(_temp["card"], Power);
        Assert.IsFalse(card.Append("A.TXT", [1], 0, 1));
        Assert.AreEqual(-1, card.Length("A.TXT"));
        Assert.AreEqual(0, card.Read("A.TXT", 0, new byte[1], 0, 1));
    }

    [TestMethod]
    public void LookingLeavesNoFolder()
    {
        Assert.AreEqual(-1, new FolderCard(_temp["card"], Power).Length("A.TXT"));
        Assert.IsFalse(Directory.Exists(_temp["card"]));
    }

    protected override CardModel NewCard() => new FolderCard(_temp["card"], Power);
}
