using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>Keeps the configuration in force, replaced whole or not at all, and finds it again when the module's memory is lost.</summary>
/// <remarks>
/// A new one is written beside the old one, and then one cell says which counts. The fiscal memory's latest record of a
/// configuration holds one, too: when it is newer than the cells', or they hold none, it is the one in force. So a
/// register cannot get out of profile 1 by losing its memory.
/// </remarks>
internal sealed class ConfigurationStore
{
    private readonly CellStore _cells;
    private readonly FiscalMemoryLog _log;
    private readonly byte[] _saved = new byte[SettingsLayout.Parts * CellStore.MaxLength];
    private readonly byte[] _part = new byte[CellStore.MaxLength];
    private readonly byte[] _active = new byte[1];
    private readonly byte[] _kept = new byte[OnlineConfiguration.MaxSavedLength];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;

    internal ConfigurationStore(CellStore cells, FiscalMemoryLog log)
    {
        _cells = cells;
        _log = log;
        _writer = new ByteWriter(_saved);
        _reader = new ByteReader(_saved);
    }

    /// <summary>The configuration in force.</summary>
    internal OnlineConfiguration Current { get; } = new OnlineConfiguration();

    /// <summary>Once, at start: from the cells, or from the fiscal memory.</summary>
    internal FiscalError Load()
    {
        bool isThere = LoadCells();
        if (_log.Count(RecordKind.Configuration) == 0) return FiscalError.None;
        if (!_log.ReadLatest(RecordKind.Configuration)) return FiscalError.FiscalMemoryDamaged;
        ByteReader payload = _log.Payload;
        if (isThere && ConfigurationRecord.Moment(payload) <= Current.Moment) return FiscalError.None;
        ConfigurationRecord.Load(_log.Payload, Current);
        return Save();
    }

    /// <summary>Makes what <see cref="Current"/> holds the configuration that a start finds.</summary>
    internal FiscalError Save()
    {
        _writer.Seek(0);
        Current.Save(_writer);
        int next = _active[0] == 0 ? 1 : 0;
        FiscalError error = FiscalError.None;
        for (int i = 0; i < SettingsLayout.Parts && error == FiscalError.None; i++)
        {
            Array.Copy(_saved, i * CellStore.MaxLength, _part, 0, CellStore.MaxLength);
            error = _cells.Write(SettingsLayout.Part(next, i), _part, CellStore.MaxLength);
        }

        if (error != FiscalError.None) return FiscalError.ModuleMemoryFailed;
        _active[0] = (byte)next;
        return _cells.Write(SettingsLayout.Active, _active, 1) == FiscalError.None ? FiscalError.None : FiscalError.ModuleMemoryFailed;
    }

    /// <summary>Remembers what is in force, for <see cref="Undo"/>.</summary>
    internal void Keep() => Current.Save(new ByteWriter(_kept));

    /// <summary>What was changed since <see cref="Keep"/> was refused.</summary>
    internal void Undo() => Current.Load(new ByteReader(_kept));

    private bool LoadCells()
    {
        if (!_cells.Read(SettingsLayout.Active, _active, 1) || _active[0] > 1)
        {
            _active[0] = 0;
            return false;
        }

        for (int i = 0; i < SettingsLayout.Parts; i++)
        {
            if (!_cells.Read(SettingsLayout.Part(_active[0], i), _part, CellStore.MaxLength)) return false;
            Array.Copy(_part, 0, _saved, i * CellStore.MaxLength, CellStore.MaxLength);
        }

        _reader.Seek(0);
        Current.Load(_reader);
        return true;
    }
}
