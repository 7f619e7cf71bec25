namespace Nf.Emulator.Peripherals;

/// <summary>What ESC/POS commands set in motion.</summary>
internal interface IEscPosMechanism
{
    /// <summary>Queues work that takes time; the next command waits until all of it is done.</summary>
    /// <param name="line">What is on the paper when it is done; null for a bare feed.</param>
    /// <param name="microseconds">How long the mechanism works on it.</param>
    void Queue(PaperLine? line, long microseconds);

    /// <summary>Gives the drawer's solenoid a pulse.</summary>
    void PulseDrawer(int milliseconds);

    /// <summary>Answers GS r <paramref name="n"/>.</summary>
    void AnswerStatus(byte n);

    /// <summary>Notes what a real printer would ignore or what is not modelled.</summary>
    void Log(string message);
}
