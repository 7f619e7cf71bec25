using Nf.Emulator.Scenarios.Running;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>Every story in emulator/samples/scenarios goes on the emulated register as it says.</summary>
[TestClass]
public sealed class ShippedStoriesTests
{
    public static IEnumerable<object[]> Names => StoryFiles.Shipped.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_story_goes_as_it_says(string name)
    {
        var result = StoryFiles.Play(StoryFiles.Read(name));
        Assert.AreEqual(StoryVerdict.Passed, result.Verdict, StoryText.Of(result));
    }

    [TestMethod]
    public void There_are_enough_of_them() => Assert.IsGreaterThanOrEqualTo(20, StoryFiles.Shipped.Count());

    [TestMethod]
    public void Titles_differ()
    {
        var titles = StoryFiles.Shipped.Select(name => StoryFiles.Read(name).Title).ToList();
        CollectionAssert.AllItemsAreUnique(titles);
    }

    /// <summary>A story does not hang on how long turns take: other seeds, the same end.</summary>
    [TestMethod]
    [DataRow(2)]
    [DataRow(7777)]
    public void Other_seeds_come_to_the_same(int seed)
    {
        foreach (var name in StoryFiles.Shipped)
        {
            var result = StoryFiles.Play(StoryFiles.Read(name), seed);
            Assert.AreEqual(StoryVerdict.Passed, result.Verdict, StoryText.Of(result));
        }
    }
}
