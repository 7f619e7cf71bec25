using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Provisioning;

/// <summary>Writes the fiscal memory records of the online module, and sees to it that the document about each gets onto paper once.</summary>
/// <remarks>
/// A cell says, from before the record on, that a document is due, and just before that is decided which number it will
/// have. A start that finds the cell with the record there issues the document, unless that number was decided.
/// </remarks>
internal sealed class ProvisioningRecords
{
    private const long NotNumbered = 4294967295;

    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly CellStore _cells;
    private readonly DocumentIssuer _issuer;
    private readonly ProvisioningDocument _document;
    private readonly byte[] _payload = new byte[ConfigurationRecord.MaxSavedLength];
    private readonly byte[] _due = new byte[SettingsLayout.DueLength];
    private readonly ByteWriter _writer;
    private readonly ByteWriter _dueWriter;
    private RecordKind _kind;

    internal ProvisioningRecords(FiscalMemoryLog log, WorkingState state, CellStore cells, DocumentIssuer issuer, ProvisioningDocument document)
    {
        _log = log;
        _state = state;
        _cells = cells;
        _issuer = issuer;
        _document = document;
        _writer = new ByteWriter(_payload);
        _dueWriter = new ByteWriter(_due);
    }

    /// <summary>A document about a record is not decided yet.</summary>
    internal bool IsDue => _kind != 0;

    /// <summary>After a start: finds out whether a document is still due.</summary>
    internal void Recover()
    {
        _kind = 0;
        if (!_cells.Read(SettingsLayout.Due, _due, SettingsLayout.DueLength) || _due[0] == 0) return;
        var reader = new ByteReader(_due);
        var kind = (RecordKind)reader.U8();
        int count = reader.U16();
        bool isThere = _log.Count(kind) >= count;
        if (isThere && _state.Document.Id < reader.U32()) _kind = kind;
        else Forget();
    }

    /// <summary>Writes the record of a certificate that came into use.</summary>
    internal FiscalError Certificate(RecordKind kind, CertificateRecord certificate, long now)
    {
        _writer.Seek(0);
        certificate.Save(_writer);
        return Append(kind, now);
    }

    /// <summary>Writes the record of a configuration, with or without a document about it.</summary>
    internal FiscalError Configuration(RecordSource source, OnlineConfiguration configuration, long now, bool isShown)
    {
        _writer.Seek(0);
        ConfigurationRecord.Save(_writer, source, configuration);
        return isShown ? Append(RecordKind.Configuration, now) : _log.Append(RecordKind.Configuration, now, _payload, _writer.Position);
    }

    /// <summary>Writes the record of an unblocking.</summary>
    internal FiscalError Unblocking(RecordSource source, int lastZ, long message, long now)
    {
        _writer.Seek(0);
        UnblockingRecord.Save(_writer, source, lastZ, message);
        return Append(RecordKind.Unblocking, now);
    }

    /// <summary>Decides the document that is due; false when the working memory refused.</summary>
    internal bool Issue()
    {
        if (!_document.LayOut(_kind) || _issuer.Measure() != FiscalError.None) return false;
        if (Mark(_kind, _log.Count(_kind), _state.Document.Id + 1) != FiscalError.None) return false;
        if (_issuer.DecideKeepingAnswer(DocumentKind.Provisioning, _log.NewestTime) != FiscalError.None) return false;
        Forget();
        return true;
    }

    private FiscalError Append(RecordKind kind, long now)
    {
        if (!_log.HasRoom(kind)) return FiscalError.FiscalMemoryFull;
        // Before the first of two documents is issued the second record is not begun.
        if (IsDue) return FiscalError.Busy;
        int length = _writer.Position;
        FiscalError error = Mark(kind, _log.Count(kind) + 1, NotNumbered);
        if (error != FiscalError.None) return error;
        error = _log.Append(kind, now, _payload, length);
        if (error == FiscalError.None) _kind = kind;
        return error;
    }

    private FiscalError Mark(RecordKind kind, int count, long document)
    {
        _dueWriter.Seek(0);
        _dueWriter.U8((int)kind);
        _dueWriter.U16(count);
        _dueWriter.U32(document);
        FiscalError error = _cells.Write(SettingsLayout.Due, _due, SettingsLayout.DueLength);
        return error == FiscalError.None ? error : FiscalError.ModuleMemoryFailed;
    }

    // A cell that cannot be written prints the document once more after the next start, which is the lesser evil.
    private void Forget()
    {
        _kind = 0;
        _due[0] = 0;
        _cells.Write(SettingsLayout.Due, _due, SettingsLayout.DueLength);
    }
}
