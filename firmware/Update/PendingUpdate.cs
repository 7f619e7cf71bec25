using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Update;

/// <summary>The change of the program that is under way, kept in a cell from before it can happen until it is told on paper.</summary>
internal sealed class PendingUpdate
{
    /// <summary>No document was begun about it.</summary>
    internal const long NotNumbered = 4294967295;

    private const int Length = 1 + UpdateRecord.SavedLength + 4 + 4;

    private readonly CellStore _cells;
    private readonly byte[] _cell = new byte[Length];

    internal PendingUpdate(CellStore cells) => _cells = cells;

    /// <summary>There is one.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>What the record says, or would say.</summary>
    internal UpdateRecord Record { get; } = new UpdateRecord();

    /// <summary>Why the new program was given up; None when it was not, or nobody could say.</summary>
    internal FiscalError Fault { get; set; }

    /// <summary>Number that its document was to get when it was decided.</summary>
    internal long Document { get; set; }

    /// <summary>Reads the cell, once after a start.</summary>
    internal void Load()
    {
        IsOpen = _cells.Read(WorkingLayout.Update, _cell, Length) && _cell[0] != 0;
        if (!IsOpen) return;
        var reader = new ByteReader(_cell);
        reader.Skip(1);
        Record.Load(reader);
        Fault = (FiscalError)(int)-reader.U32();
        Document = reader.U32();
    }

    /// <summary>Begins one; it is kept when this returns None.</summary>
    internal FiscalError Open(UpdateWay way, string before, string after, byte[] digest)
    {
        Record.Way = way;
        Record.Before = before;
        Record.After = after;
        if (digest == null) Array.Clear(Record.Digest, 0, Record.Digest.Length);
        else Array.Copy(digest, 0, Record.Digest, 0, Record.Digest.Length);
        Fault = FiscalError.None;
        Document = NotNumbered;
        IsOpen = true;
        return Save();
    }

    /// <summary>Keeps what was changed.</summary>
    internal FiscalError Save()
    {
        var writer = new ByteWriter(_cell);
        writer.U8(1);
        Record.Save(writer);
        writer.U32(-(int)Fault);
        writer.U32(Document);
        return _cells.Write(WorkingLayout.Update, _cell, Length);
    }

    /// <summary>It is told. A cell that cannot be written tells it once more after the next start, which is the lesser evil.</summary>
    internal void Close()
    {
        IsOpen = false;
        _cell[0] = 0;
        _cells.Write(WorkingLayout.Update, _cell, Length);
    }
}
