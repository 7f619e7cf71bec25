using System;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Host;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Sales;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Firmware;

/// <summary>The register's state as the host protocol's eight status bytes.</summary>
internal sealed class StatusReport
{
    private const int FewClosures = 60;

    private static readonly byte[] Blank =
    {
        StatusBits.Always, StatusBits.Always, StatusBits.Always, StatusBits.Always,
        StatusBits.Always, StatusBits.Always, StatusBits.Always, StatusBits.Always,
    };

    private readonly RegisterDevices _devices;
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly OpenReceipt _receipt;
    private readonly NonFiscalDesk _free;
    private readonly Readiness _readiness;
    private readonly RegisterClock _clock;
    private readonly JournalRoom _room;

    internal StatusReport(RegisterParts parts)
    {
        _devices = parts.Devices;
        _identity = parts.Identity;
        _log = parts.Log;
        _receipt = parts.Receipts.Receipt;
        _free = parts.NonFiscal;
        _readiness = parts.Readiness;
        _clock = parts.Clock;
        _room = parts.Room;
    }

    internal void Write(byte[] status)
    {
        Array.Copy(Blank, status, Blank.Length);
        Printer(status);
        Journal(status);
        FiscalMemory(status);
        Identity(status);
        FiscalError clock = _clock.Read(out long now);
        Mark(status, StatusBits.ClockNotSetByte, StatusBits.ClockNotSet, clock != FiscalError.None);
        Mark(status, StatusBits.DayTooLongByte, StatusBits.DayTooLong, clock == FiscalError.None && _readiness.IsDayTooLong(now));
        Mark(status, StatusBits.ReceiptOpenByte, StatusBits.ReceiptOpen, _receipt.IsOpen);
        Mark(status, StatusBits.NonFiscalOpenByte, StatusBits.NonFiscalOpen, _free.IsOpen);
    }

    private void Printer(byte[] status)
    {
        PrinterFaults faults = _devices.Printer.Faults;
        if (faults == PrinterFaults.None) return;
        Mark(status, StatusBits.CoverOpenByte, StatusBits.CoverOpen, (faults & PrinterFaults.CoverOpen) != 0);
        Mark(status, StatusBits.MechanismByte, StatusBits.Mechanism, (faults & (PrinterFaults.Mechanism | PrinterFaults.NotConnected)) != 0);
        Mark(status, StatusBits.PaperNearEndByte, StatusBits.PaperNearEnd, (faults & PrinterFaults.PaperNearEnd) != 0);
        Mark(status, StatusBits.PaperEndByte, StatusBits.PaperEnd, (faults & PrinterFaults.PaperEnd) != 0);
        PrinterFaults errors = PrinterFaults.Mechanism | PrinterFaults.NotConnected | PrinterFaults.PaperEnd;
        Mark(status, StatusBits.GeneralErrorByte, StatusBits.GeneralError, (faults & errors) != 0);
    }

    private void Journal(byte[] status)
    {
        Mark(status, StatusBits.JournalNearlyFullByte, StatusBits.JournalNearlyFull, _room.IsNearlyFull);
        Mark(status, StatusBits.JournalFullByte, StatusBits.JournalFull, _room.IsFull);
    }

    private void FiscalMemory(byte[] status)
    {
        bool answers = _log.Answers();
        bool full = answers && _log.ClosuresLeft == 0;
        bool unwritable = _readiness.StartFailure == FiscalError.FiscalMemoryWriteFailed;
        bool damaged = _readiness.StartFailure == FiscalError.FiscalMemoryDamaged;
        Mark(status, StatusBits.FiscalMemoryMissingByte, StatusBits.FiscalMemoryMissing, !answers || damaged);
        Mark(status, StatusBits.FiscalMemoryFullByte, StatusBits.FiscalMemoryFull, full);
        Mark(status, StatusBits.FiscalMemoryAccessByte, StatusBits.FiscalMemoryAccess, unwritable);
        Mark(status, StatusBits.FiscalMemoryErrorByte, StatusBits.FiscalMemoryError, full || unwritable);
        Mark(status, StatusBits.FewReportsLeftByte, StatusBits.FewReportsLeft, answers && _log.ClosuresLeft < FewClosures);
        Mark(status, StatusBits.FiscalMemoryFormattedByte, StatusBits.FiscalMemoryFormatted, answers);
    }

    private void Identity(byte[] status)
    {
        Mark(status, StatusBits.NumbersSetByte, StatusBits.NumbersSet, _identity.IsFiscalised);
        Mark(status, StatusBits.TaxNumberSetByte, StatusBits.TaxNumberSet, _identity.IsFiscalised);
        Mark(status, StatusBits.FiscalisedByte, StatusBits.Fiscalised, _identity.IsFiscalised);
        Mark(status, StatusBits.VatSetByte, StatusBits.VatSet, _identity.Groups.AnyUsed);
    }

    private static void Mark(byte[] status, int index, byte bit, bool set)
    {
        if (set) status[index] |= bit;
    }
}
