using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Online;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Provisioning;

/// <summary>Imports what the technician brought on the external medium, a bounded step a turn (OPANAF 146/2018, annex 2, II.13).</summary>
/// <remarks>
/// Only with a closed day, so that a day has one profile. Signatures and keys take many steps:
/// <code>error = provisioner.Import(ImportKind.Own); // Busy: ask again with the same</code>
/// </remarks>
internal sealed class Provisioner
{
    private const int MaxFile = 16 * 1024;

    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly Readiness _readiness;
    private readonly ProvisioningRecords _records;
    private readonly ImportFile _file;
    private readonly Workbench _bench;
    private ImportKind _kind;
    private Stage _stage;
    private bool _isOpen;
    private FiscalError _outcome;
    private long _now;

    internal Provisioner(RegisterParts parts, ProvisioningRecords records, ImportFile file, Workbench bench)
    {
        _identity = parts.Identity;
        _state = parts.State;
        _readiness = parts.Readiness;
        _records = records;
        _file = file;
        _bench = bench;
    }

    private enum Stage
    {
        Idle,
        Working,
        Done,
    }

    /// <summary>An import is under way: the room that it works in is taken.</summary>
    internal bool IsUnderWay => _stage == Stage.Working;

    /// <summary>Name of the file that the last import was about.</summary>
    internal string FileName => _file.Name;

    /// <summary>Begins an import, or tells how it goes. Busy: ask again. None: it is in force, and its document decided.</summary>
    internal FiscalError Import(ImportKind kind)
    {
        FiscalError error = _readiness.ForReport(out long now);
        if (error == FiscalError.Busy) return error;
        if (error == FiscalError.None && _state.TextLength != 0) error = FiscalError.ZReportNeeded;
        if (error == FiscalError.None && !_identity.IsFiscalised) error = FiscalError.NotFiscalised;
        _now = now;
        if (error == FiscalError.None) error = Go(kind);
        // The host hears of it when the document about it is decided, too.
        if (error == FiscalError.None && _records.IsDue) error = FiscalError.Busy;
        if (error == FiscalError.Busy) return error;
        _bench.Wipe();
        _stage = Stage.Idle;
        return error;
    }

    /// <summary>One step of the import under way; false when there is none.</summary>
    internal bool Turn()
    {
        if (_stage != Stage.Working) return false;
        FiscalError error = _isOpen ? Step(_now) : Open();
        if (error == FiscalError.Busy) return true;
        _outcome = error;
        _stage = Stage.Done;
        return true;
    }

    private FiscalError Go(ImportKind kind)
    {
        if (_records.IsDue) return FiscalError.Busy;
        if (_stage == Stage.Working) return FiscalError.Busy;
        if (_stage == Stage.Done && _kind == kind) return _outcome;
        _kind = kind;
        _isOpen = false;
        _stage = Stage.Working;
        return FiscalError.Busy;
    }

    // Not before whoever works in the room has given way.
    private FiscalError Open()
    {
        FiscalError error = Begin(_kind, _now);
        _isOpen = true;
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    private FiscalError Begin(ImportKind kind, long now)
    {
        FiscalError error = _file.Open(NameOf(kind), MaxFile);
        if (error != FiscalError.None) return error;
        Workbench.Set tools = _bench.Tools;
        if (kind == ImportKind.Own) return tools.Own.Begin(_file, tools.Room, now);
        if (kind == ImportKind.Configuration) return tools.Configuration.Begin(_file, tools.Room, now);
        error = tools.Bundle.ReadFile(_file, tools.Room, out int count);
        return error == FiscalError.None ? tools.Anaf.Begin(tools.Room, count, true, RecordSource.Technician, now) : error;
    }

    private string NameOf(ImportKind kind)
    {
        if (kind == ImportKind.Anaf) return AnafImport.FileName;
        return _identity.Fiscal.Series + (kind == ImportKind.Own ? ".PEM" : ".P7B");
    }

    private FiscalError Step(long now)
    {
        switch (_kind)
        {
            case ImportKind.Anaf: return _bench.Tools.Anaf.Step(now);
            case ImportKind.Own: return _bench.Tools.Own.Step(now);
            default: return _bench.Tools.Configuration.Step(now);
        }
    }
}
