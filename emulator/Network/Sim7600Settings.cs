namespace Nf.Emulator.Network;

/// <summary>What a modem was told since it got power.</summary>
internal sealed class Sim7600Settings
{
    // Where a clock without a battery begins.
    private static readonly DateTime s_never = new(1980, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    private DateTime _clock = s_never;
    private long _clockSetAt;

    public bool ErrorNumbers { get; set; }

    public string AccessPoint { get; set; } = "";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The fields of AT+CSSLCFG for context 0.</summary>
    public Dictionary<string, string> Tls { get; } = [];

    public void SetClock(DateTime utc, long now)
    {
        _clock = utc;
        _clockSetAt = now;
    }

    public DateTime Clock(long now) => _clock.AddMicroseconds(now - _clockSetAt);

    public void Clear()
    {
        ErrorNumbers = false;
        AccessPoint = User = Password = "";
        Tls.Clear();
        _clock = s_never;
    }
}
