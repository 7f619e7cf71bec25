using Nf.Firmware.Errors;

namespace Nf.Firmware.SelfTest;

/// <summary>Asks each part of the register whether it works; changes nothing.</summary>
/// <remarks>What only a hand can mend later (drive, network) is told on paper and fails no test.</remarks>
internal sealed class SelfTests
{
    private readonly RegisterParts _parts;

    internal SelfTests(RegisterParts parts) => _parts = parts;

    /// <summary>The first part that does not work; None when all do.</summary>
    internal FiscalError Outcome() => FirstFault(false);

    /// <summary>As <see cref="Outcome"/>, but a printer that asks for a hand is one that the program reaches.</summary>
    internal FiscalError OfProgram() => FirstFault(true);

    /// <summary>What the printer itself has said, and whoever stands before the register mends: paper, cover.</summary>
    internal static bool IsForHand(FiscalError error) => error == FiscalError.PaperEnd || error == FiscalError.CoverOpen;

    /// <summary>What is wrong with a part; None for one that works, and for one that this register has not.</summary>
    internal FiscalError Of(SelfTestPart part)
    {
        switch (part)
        {
            case SelfTestPart.FiscalMemory: return FiscalMemory();
            case SelfTestPart.WorkingMemory: return _parts.Readiness.WorkingMemory();
            case SelfTestPart.Journal: return _parts.Readiness.Medium();
            case SelfTestPart.Clock: return _parts.Clock.Read(out _);
            case SelfTestPart.Printer: return _parts.Readiness.Printer();
            case SelfTestPart.ModuleMemory: return Works(!IsFitted(part) || _parts.Devices.ModuleMemory.Capacity > 0, FiscalError.ModuleMemoryFailed);
            case SelfTestPart.CryptoModule: return Works(!IsFitted(part) || _parts.Devices.Crypto.Present, FiscalError.CryptoModuleFailed);
            default: return FiscalError.None;
        }
    }

    /// <summary>The register has the part.</summary>
    internal bool IsFitted(SelfTestPart part)
    {
        if (part == SelfTestPart.ModuleMemory) return _parts.Devices.ModuleMemory != null;
        return part != SelfTestPart.CryptoModule || _parts.Devices.Crypto != null;
    }

    private FiscalError FirstFault(bool ofProgram)
    {
        FiscalError error = _parts.Readiness.StartFailure;
        for (int part = 0; part < (int)SelfTestPart.Count && error == FiscalError.None; part++)
        {
            error = Of((SelfTestPart)part);
            if (ofProgram && IsForHand(error)) error = FiscalError.None;
        }

        return error;
    }

    private FiscalError FiscalMemory()
    {
        FiscalError unread = _parts.Readiness.Unread;
        if (!_parts.Log.Answers()) return FiscalError.FiscalMemoryMissing;
        return unread == FiscalError.FiscalMemoryDamaged || unread == FiscalError.FiscalMemoryMissing ? unread : FiscalError.None;
    }

    private static FiscalError Works(bool works, FiscalError error) => works ? FiscalError.None : error;
}
