using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.WorkingMemory;

/// <summary>How far a document's printing is: two small cells, written in turn after each line.</summary>
/// <remarks>Printing that lost its paper begins again from the document's first line: that is another attempt.</remarks>
public sealed class PrintProgress
{
    /// <summary>Attempts at most; the last one goes on wherever its paper ends.</summary>
    public const int MaxAttempt = 255;

    private const int CellLength = 10;
    private const int AttemptPlace = 4;
    private const int LinesPlace = 6;
    private const int CheckedLength = 8;

    private readonly IWorkingMemory _memory;
    private readonly byte[] _cell = new byte[CellLength];
    private readonly ByteReader _reader;

    // The document whose identifier stands in _cell.
    private long _documentId;
    private bool _useB;

    public PrintProgress(IWorkingMemory memory)
    {
        _memory = memory;
        _reader = new ByteReader(_cell);
    }

    /// <summary>How often the document was begun again; known after <see cref="Load"/>.</summary>
    public int Attempt { get; private set; }

    /// <summary>Lines of the newest attempt known to be on paper; one more may be, when power went between printer and cell.</summary>
    public int Load(long documentId)
    {
        int a = ReadCell(WorkingLayout.ProgressA, documentId);
        int b = ReadCell(WorkingLayout.ProgressB, documentId);
        _useB = a >= b;
        int newest = a > b ? a : b;
        Attempt = newest > 0 ? newest >> 16 : 0;
        return newest > 0 ? newest & 0xFFFF : 0;
    }

    /// <summary>So many lines of this attempt are on paper.</summary>
    public FiscalError Save(long documentId, int lines)
    {
        if (documentId != _documentId) Take(documentId);
        Put(AttemptPlace, Attempt);
        Put(LinesPlace, lines);
        Put(CheckedLength, Check());
        int address = _useB ? WorkingLayout.ProgressB : WorkingLayout.ProgressA;
        _useB = !_useB;
        return _memory.Write(address, _cell, 0, CellLength) == DeviceResult.Ok ? FiscalError.None : FiscalError.WorkingMemoryFailed;
    }

    /// <summary>Makes both cells belong to no document.</summary>
    public void Forget()
    {
        Save(0, 0);
        Save(0, 0);
    }

    /// <summary>What is on paper counts no more: another attempt begins.</summary>
    public FiscalError StartOver(long documentId)
    {
        Attempt++;
        return Save(documentId, 0);
    }

    // Attempt and lines as one number that only grows; -1 when the cell is not of this document.
    private int ReadCell(int address, long documentId)
    {
        _documentId = -1;
        if (_memory.Read(address, _cell, 0, CellLength) != DeviceResult.Ok) return -1;
        _reader.Seek(0);
        _documentId = _reader.U32();
        int attempt = _reader.U16();
        int lines = _reader.U16();
        return _documentId == documentId && _reader.U16() == Check() ? attempt << 16 | lines : -1;
    }

    private void Take(long documentId)
    {
        Put(0, (int)documentId);
        Put(2, (int)(documentId >> 16));
        _documentId = documentId;
    }

    // Plain, because it is written with every line.
    private void Put(int place, int value)
    {
        _cell[place] = (byte)value;
        _cell[place + 1] = (byte)(value >> 8);
    }

    private int Check() => (int)(MemoryCheck.Of(_cell, 0, CheckedLength) & 0xFFFF);
}
