#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;

namespace Nf.Tests.Unit;

/// <summary>What the board's test framework and the desktop's do not share, under one name.</summary>
internal static class Check
{
    /// <summary>The action throws exactly this type.</summary>
    public static void Throws(Type exception, Action action)
    {
        try
        {
            action();
        }
        catch (Exception caught)
        {
            Assert.AreEqual(exception.FullName, caught.GetType().FullName);
            return;
        }

        Assert.IsTrue(false, "expected " + exception.FullName);
    }
}
