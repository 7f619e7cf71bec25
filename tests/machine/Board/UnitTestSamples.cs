// Each type breaks a rule of tests/unit; without TestClass, MSTest does not run them.
#pragma warning disable CA1822, CS0649

namespace Nf.Tests.Machine.Board.Samples;

internal sealed class WithInstanceField
{
    public int Count;

    [TestMethod]
    public void Test() => Count++;
}

internal sealed class WithInstanceProperty
{
    public int Count => 1;

    [TestMethod]
    public void Test() => Assert.AreEqual(1, Count);
}

internal sealed class WithSetUp
{
    [TestInitialize]
    public void Prepare()
    {
    }
}

internal sealed class WithForeignAssert
{
    public void Test() => Assert.Contains("a", "abc");
}

internal sealed class WithForeignClass
{
    public void Test() => StringAssert.Contains("abc", "a");
}

internal sealed class FitForABoard
{
    private static int _count;

    [TestMethod]
    [DataRow(1)]
    public void Test(int value)
    {
        _count += value;
        Assert.AreEqual(1, _count);
        Assert.AreEqual("a", "a", "message");
        Assert.IsTrue(_count == 1);
    }
}
