using System.Globalization;

namespace Nf.Tests.Machine.Online;

/// <summary>At which writes of a run the power is cut: at some usually, at every one with <c>NF_ONLINE_CUTS=1</c> (2 minutes), at every n-th with n.</summary>
internal static class OnlineCuts
{
    private const string Variable = "NF_ONLINE_CUTS";

    /// <summary>The writes, each with how much of it is done: nothing, half, all, in turn.</summary>
    /// <param name="sizes">Bytes of each write of the run.</param>
    /// <param name="usual">Every how manieth is cut when nothing else is asked for.</param>
    public static IEnumerable<(int Write, int Bytes)> Of(List<int> sizes, int usual)
    {
        var step = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        for (var write = 0; write < sizes.Count; write += step)
            yield return (write, new[] { 0, sizes[write] / 2, sizes[write] }[write / step % 3]);
    }
}
