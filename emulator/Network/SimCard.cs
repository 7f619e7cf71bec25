namespace Nf.Emulator.Network;

/// <summary>A SIM: whether it is in the modem, its PIN, and how many wrong ones it still takes.</summary>
public sealed class SimCard
{
    private const int MaxTries = 3;

    public bool Present { get; set; } = true;

    /// <summary>Empty: it asks for none.</summary>
    public string Pin { get; set; } = "";

    /// <summary>Wrong PINs until it is blocked.</summary>
    public int TriesLeft { get; private set; } = MaxTries;

    /// <summary>It asks for its PUK.</summary>
    public bool Blocked => TriesLeft == 0;

    /// <summary>The PIN was given since it got power.</summary>
    public bool Unlocked { get; private set; }

    /// <summary>It can be used.</summary>
    public bool Ready => Present && !Blocked && (Pin.Length == 0 || Unlocked);

    /// <summary>It got power.</summary>
    public void PowerUp() => Unlocked = false;

    /// <summary>Tries a PIN; false when it is wrong.</summary>
    public bool Enter(string pin)
    {
        Unlocked = pin == Pin;
        TriesLeft = Unlocked ? MaxTries : TriesLeft - 1;
        return Unlocked;
    }
}
