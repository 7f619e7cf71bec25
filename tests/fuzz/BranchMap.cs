using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Nf.Fuzz;

/// <summary>Which branches a run took, and how often, as instrumented code counts them.</summary>
internal sealed unsafe class BranchMap
{
    private const int Size = 1 << 16;

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];
    private bool _mindsCounts = true;

    public BranchMap() => Trace.SharedMem = _counts;

    /// <summary>Branches, by how often, that any run took so far.</summary>
    public int Found { get; private set; }

    /// <summary>Before a run.</summary>
    public void Clear()
    {
        new Span<byte>(_counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Knows no branch any more.</summary>
    /// <param name="mindsCounts">False: from now on it is all the same how often a branch is taken.</param>
    public void Forget(bool mindsCounts)
    {
        Array.Clear(_seen);
        Found = 0;
        _mindsCounts = mindsCounts;
    }

    /// <summary>After a run: it took a branch that none took before, or took one much more often.</summary>
    public bool Learn()
    {
        var isNew = false;
        var words = (ulong*)_counts;
        for (var word = 0; word < Size / 8; word++)
        {
            if (words[word] == 0) continue;
            for (var at = word * 8; at < (word * 8) + 8; at++) isNew |= Mark(at);
        }

        return isNew;
    }

    private bool Mark(int at)
    {
        if (_counts[at] == 0) return false;
        // One bit for each power of two of the count.
        var bit = (byte)(_mindsCounts ? 1 << BitOperations.Log2(_counts[at]) : 1);
        if ((_seen[at] & bit) != 0) return false;
        _seen[at] |= bit;
        Found++;
        return true;
    }
}
