namespace Nf.Firmware.Access;

/// <summary>The norms' regimes (art. 33 A to C), and what belongs to none of them.</summary>
public enum Regime
{
    /// <summary>Asks or shows, in any mode.</summary>
    Information,

    /// <summary>Sells or moves cash.</summary>
    Registration,

    /// <summary>Prints reports.</summary>
    Reporting,

    /// <summary>Changes what the register works with.</summary>
    Programming,

    /// <summary>The technician's.</summary>
    Service,
}

/// <summary>The regime of each host command: the mode follows the command, so that a POS program need not switch.</summary>
public static class Regimes
{
    /// <summary>The regime that a command belongs to.</summary>
    public static Regime Of(int command)
    {
        if (IsOfReceipt(command) || IsOfNonFiscal(command)) return Regime.Registration;
        switch (command)
        {
            case 70:
            case 84:
            case 92:
                return Regime.Registration;
            case 69:
            case 94:
            case 95:
            case 105:
            case 111:
            case 124:
            case 125:
            case 128:
                return Regime.Reporting;
            case 43:
            case 61:
            case 83:
            case 101:
            case 107:
            case 127:
            case 202:
            case 255:
                return Regime.Programming;
            case 72:
            case 89:
            case 91:
            case 253:
                return Regime.Service;
            default:
                return Regime.Information;
        }
    }

    /// <summary>The command makes a non-fiscal receipt.</summary>
    internal static bool IsOfNonFiscal(int command) => command == 38 || command == 39 || command == 42;

    /// <summary>The command makes a fiscal receipt.</summary>
    internal static bool IsOfReceipt(int command)
    {
        switch (command)
        {
            case 48:
            case 49:
            case 51:
            case 53:
            case 54:
            case 56:
            case 57:
            case 58:
            case 60:
                return true;
            default:
                return false;
        }
    }
}
