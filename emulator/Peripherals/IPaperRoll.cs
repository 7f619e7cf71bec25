namespace Nf.Emulator.Peripherals;

/// <summary>The paper that comes out of a printer.</summary>
public interface IPaperRoll
{
    /// <summary>Takes what the printer has just finished.</summary>
    void Append(PaperLine line);
}
