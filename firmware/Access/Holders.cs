namespace Nf.Firmware.Access;

/// <summary>Who has a password: operators 1 to 30, the manager, the technician.</summary>
public static class Holders
{
    public const int Technician = 0;

    public const int Operators = 30;

    public const int Manager = 31;

    /// <summary>All of them.</summary>
    public const int Count = 32;
}
