namespace Nf.Firmware.Host;

/// <summary>The bits of the eight status bytes that end every answer: for each, the index of its byte and its mask.</summary>
/// <remarks><code>status[StatusBits.PaperEndByte] |= StatusBits.PaperEnd;</code></remarks>
public static class StatusBits
{
    /// <summary>Bit 7 of every status byte is 1.</summary>
    public const byte Always = 0x80;

    /// <summary>Byte 0: the printer's cover is open.</summary>
    public const byte CoverOpen = 0x40;
    public const int CoverOpenByte = 0;

    /// <summary>Byte 0: one of mechanism, unknown command, syntax, not permitted, overflow or paper end is set.</summary>
    public const byte GeneralError = 0x20;
    public const int GeneralErrorByte = 0;

    /// <summary>Byte 0: the printing mechanism failed.</summary>
    public const byte Mechanism = 0x10;
    public const int MechanismByte = 0;

    /// <summary>Byte 0: there is no customer display.</summary>
    public const byte NoDisplay = 0x08;
    public const int NoDisplayByte = 0;

    /// <summary>Byte 0: the clock is not set.</summary>
    public const byte ClockNotSet = 0x04;
    public const int ClockNotSetByte = 0;

    /// <summary>Byte 0, of one answer: there is no such command.</summary>
    public const byte UnknownCommand = 0x02;
    public const int UnknownCommandByte = 0;

    /// <summary>Byte 0, of one answer: the command's fields are wrong.</summary>
    public const byte SyntaxError = 0x01;
    public const int SyntaxErrorByte = 0;

    /// <summary>Byte 1: more than 24 hours since the day was opened.</summary>
    public const byte DayTooLong = 0x04;
    public const int DayTooLongByte = 1;

    /// <summary>Byte 1: the command is not permitted now.</summary>
    public const byte NotPermitted = 0x02;
    public const int NotPermittedByte = 1;

    /// <summary>Byte 1: a sum does not fit its register.</summary>
    public const byte Overflow = 0x01;
    public const int OverflowByte = 1;

    /// <summary>Byte 2: a non-fiscal document is open.</summary>
    public const byte NonFiscalOpen = 0x20;
    public const int NonFiscalOpenByte = 2;

    /// <summary>Byte 2: the journal's medium is nearly full.</summary>
    public const byte JournalNearlyFull = 0x10;
    public const int JournalNearlyFullByte = 2;

    /// <summary>Byte 2: a fiscal receipt is open.</summary>
    public const byte ReceiptOpen = 0x08;
    public const int ReceiptOpenByte = 2;

    /// <summary>Byte 2: the journal's medium is full.</summary>
    public const byte JournalFull = 0x04;
    public const int JournalFullByte = 2;

    /// <summary>Byte 2: the paper is near its end.</summary>
    public const byte PaperNearEnd = 0x02;
    public const int PaperNearEndByte = 2;

    /// <summary>Byte 2: there is no paper.</summary>
    public const byte PaperEnd = 0x01;
    public const int PaperEndByte = 2;

    /// <summary>Byte 4: the fiscal memory is missing or damaged.</summary>
    public const byte FiscalMemoryMissing = 0x40;
    public const int FiscalMemoryMissingByte = 4;

    /// <summary>Byte 4: one of fiscal memory full or access error is set.</summary>
    public const byte FiscalMemoryError = 0x20;
    public const int FiscalMemoryErrorByte = 4;

    /// <summary>Byte 4: the fiscal memory is full.</summary>
    public const byte FiscalMemoryFull = 0x10;
    public const int FiscalMemoryFullByte = 4;

    /// <summary>Byte 4: fewer than 60 Z reports fit the fiscal memory.</summary>
    public const byte FewReportsLeft = 0x08;
    public const int FewReportsLeftByte = 4;

    /// <summary>Byte 4: the serial number and the fiscal memory's number are set.</summary>
    public const byte NumbersSet = 0x04;
    public const int NumbersSetByte = 4;

    /// <summary>Byte 4: the tax number is set.</summary>
    public const byte TaxNumberSet = 0x02;
    public const int TaxNumberSetByte = 4;

    /// <summary>Byte 4: reading or writing the fiscal memory failed.</summary>
    public const byte FiscalMemoryAccess = 0x01;
    public const int FiscalMemoryAccessByte = 4;

    /// <summary>Byte 5: VAT rates were set at least once.</summary>
    public const byte VatSet = 0x10;
    public const int VatSetByte = 5;

    /// <summary>Byte 5: the register is fiscalised.</summary>
    public const byte Fiscalised = 0x08;
    public const int FiscalisedByte = 5;

    /// <summary>Byte 5: the fiscal memory is formatted.</summary>
    public const byte FiscalMemoryFormatted = 0x02;
    public const int FiscalMemoryFormattedByte = 5;
}
