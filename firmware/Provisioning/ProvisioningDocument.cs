using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Reports;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Provisioning;

/// <summary>Tells on paper what a step of the online module's provisioning wrote into the fiscal memory, for the technician's papers.</summary>
/// <remarks>It is laid out from the record, and so the same after any power cut.</remarks>
internal sealed class ProvisioningDocument
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;

    internal ProvisioningDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, FiscalMemoryLog log)
    {
        _writer = writer;
        _spool = spool;
        _identity = identity;
        _log = log;
    }

    /// <summary>Lays out the latest record of a kind; false when it cannot be read.</summary>
    internal bool LayOut(RecordKind kind)
    {
        if (!_log.ReadLatest(kind)) return false;
        _spool.Clear();
        _writer.Header(_identity.Header, _identity.Fiscal);
        _writer.Centred(OnlineRecordLines.Name(kind), LineStyle.Tall);
        _writer.LayOutMoment(_log.Time);
        _writer.Put();
        _writer.Separator();
        _writer.Pair("SERIA FISCALĂ", _identity.Fiscal.Series);
        OnlineRecordLines.Write(_log, _writer);
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
        return true;
    }
}
