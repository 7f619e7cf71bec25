namespace Nf.Emulator.Machine;

/// <summary>The kinds of durable write that a power cut can tear.</summary>
public enum StoreWrite
{
    /// <summary>One page program operation of the fiscal memory.</summary>
    FiscalMemory,

    /// <summary>One write transaction of the working memory.</summary>
    WorkingMemory,

    /// <summary>One write transaction of the online module's memory.</summary>
    ModuleMemory,

    /// <summary>One append to a file on the journal's card.</summary>
    Card,

    /// <summary>One append to a file on the removable drive, or a change of its directory, which counts as one byte.</summary>
    Drive,

    /// <summary>One write to the board's places for programs, or of its loader's mark, which is one byte.</summary>
    Firmware,
}

/// <summary>The mains as the stores see it: every durable write passes here, and here it can be torn.</summary>
/// <remarks>A store hands over its write and a way to carry out the first n bytes of it.</remarks>
public sealed class PowerSupply
{
    private long _cutAt = -1;
    private int _cutBytes;

    /// <summary>Durable writes so far, torn ones included.</summary>
    public long Writes { get; private set; }

    /// <summary>Power cuts so far.</summary>
    public int Cuts { get; private set; }

    /// <summary>Told of every write before it happens: which store, how many bytes.</summary>
    public Action<StoreWrite, int>? Watch { get; set; }

    /// <summary>Asks for a cut during write number <paramref name="write"/> (the first is 0).</summary>
    /// <param name="write">The number that <see cref="Writes"/> has when that write begins.</param>
    /// <param name="bytes">How many of its bytes still get written; more than it has: all, and the cut comes after.</param>
    public void CutAt(long write, int bytes)
    {
        _cutAt = write;
        _cutBytes = bytes;
    }

    /// <summary>Carries out one durable write of <paramref name="count"/> bytes, or the part that the cut leaves.</summary>
    /// <param name="store">Which store writes.</param>
    /// <param name="count">How many bytes the whole write has.</param>
    /// <param name="apply">Writes the first n bytes; n is less than <paramref name="count"/> only when the power goes.</param>
    /// <exception cref="PowerCutException">The power went during this write.</exception>
    public void Write(StoreWrite store, int count, Action<int> apply)
    {
        var number = Writes++;
        Watch?.Invoke(store, count);
        var cut = number == _cutAt;
        apply(cut ? Math.Min(_cutBytes, count) : count);
        if (!cut) return;
        Cuts++;
        throw new PowerCutException($"power cut at write {number} ({store}, {count} bytes) after {_cutBytes} bytes");
    }
}

/// <summary>The power went: the firmware stops where it is. Only the test or the machine's owner catches it.</summary>
public sealed class PowerCutException(string message) : Exception(message);
