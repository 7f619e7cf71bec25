using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Access;

/// <summary>Where passwords and what is programmed before fiscalisation stand in the working memory; all are cells.</summary>
/// <remarks>docs/reference/working-memory.md is the written form.</remarks>
internal static class AccessLayout
{
    /// <summary>The register keeps the settings area up to here; programming of articles and names has the rest.</summary>
    internal const int End = 0x1800;

    /// <summary>A password: one cell for each holder.</summary>
    internal const int Passwords = WorkingLayout.Settings;

    internal const int PasswordLength = 24;

    /// <summary>Wrong tries in a row, one byte for each holder.</summary>
    internal const int Tries = Passwords + Holders.Count * (PasswordLength + CellStore.Overhead);

    /// <summary>Whether the clock runs on summer time.</summary>
    internal const int Season = Tries + Holders.Count + CellStore.Overhead;

    internal const int SeasonLength = 5;

    /// <summary>Header lines before fiscalisation, one cell each.</summary>
    internal const int HeaderLines = Season + SeasonLength + CellStore.Overhead;

    internal const int HeaderLineLength = 1 + Header.MaxLength;

    /// <summary>VAT groups before fiscalisation.</summary>
    internal const int Groups = HeaderLines + Header.MaxLines * (HeaderLineLength + CellStore.Overhead);

    /// <summary>The serial number before fiscalisation.</summary>
    internal const int Serial = Groups + VatGroups.SavedLength + CellStore.Overhead;

    /// <summary>1 from before the fiscalisation is decided until its document is.</summary>
    internal const int FiscalisationDue = Serial + Fiscalisation.SerialLength + CellStore.Overhead;

    /// <summary>Address of a holder's password.</summary>
    internal static int Password(int holder) => Passwords + holder * (PasswordLength + CellStore.Overhead);

    /// <summary>Address of a header line, from 0.</summary>
    internal static int HeaderLine(int line) => HeaderLines + line * (HeaderLineLength + CellStore.Overhead);
}
