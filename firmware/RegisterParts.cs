using Nf.Firmware.Access;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Online;
using Nf.Firmware.Programming;
using Nf.Firmware.Reports;
using Nf.Firmware.Sales;
using Nf.Firmware.SelfTest;
using Nf.Firmware.Time;
using Nf.Firmware.Update;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>The parts of one register that host commands work with, wired by <see cref="Register"/>.</summary>
internal sealed class RegisterParts
{
    internal RegisterDevices Devices { get; set; }

    internal RegisterIdentity Identity { get; set; }

    internal FiscalMemoryLog Log { get; set; }

    internal WorkingState State { get; set; }

    internal RegisterClock Clock { get; set; }

    internal Readiness Readiness { get; set; }

    internal DocumentIssuer Issuer { get; set; }

    internal ReceiptDesk Receipts { get; set; }

    internal NonFiscalDesk NonFiscal { get; set; }

    /// <summary>Lays out what a host adds to the open document.</summary>
    internal FreeText FreeText { get; set; }

    internal ClosureDesk Closures { get; set; }

    internal CashDesk Cash { get; set; }

    internal JournalRoom Room { get; set; }

    internal DisplayPanel Panel { get; set; }

    internal ReportDesk Reports { get; set; }

    internal ReportSet ReportSet { get; set; }

    internal PagedReport PagedReport { get; set; }

    internal ShopTables Shop { get; set; }

    internal StockAddition StockAddition { get; set; }

    internal CounterEntries Counters { get; set; }

    internal AccessControl Access { get; set; }

    internal Staging Staging { get; set; }

    internal Fiscaliser Fiscaliser { get; set; }

    internal FiscalisationDesk Fiscalisation { get; set; }

    internal MediumChange MediumChange { get; set; }

    /// <summary>Null on a register without the online module.</summary>
    internal OnlineModule Online { get; set; }

    /// <summary>Null on a register without the online module.</summary>
    internal Reporting Reporting { get; set; }

    /// <summary>Which program runs, and whether it stays.</summary>
    internal UpdateWatch Updates { get; set; }

    /// <summary>The self test that is asked for, or printed; null for none.</summary>
    internal SelfTestPaper SelfTest { get; set; }

    internal StatusReport Status { get; set; }
}
