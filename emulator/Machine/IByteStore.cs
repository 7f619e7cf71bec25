namespace Nf.Emulator.Machine;

/// <summary>The cells behind a memory model: in RAM, or in a file of the state directory.</summary>
public interface IByteStore
{
    /// <summary>Number of cells.</summary>
    int Length { get; }

    /// <summary>Reads cells.</summary>
    void Read(int address, Span<byte> bytes);

    /// <summary>Changes cells; when it returns, the death of this process no longer undoes it.</summary>
    void Write(int address, ReadOnlySpan<byte> bytes);
}
