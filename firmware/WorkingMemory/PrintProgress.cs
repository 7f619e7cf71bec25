using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.WorkingMemory;

/// <summary>How many lines of a document are on paper: two small cells, written in turn after each line.</summary>
public sealed class PrintProgress
{
    private const int CellLength = 8;
    private const int CheckedLength = 6;

    private readonly IWorkingMemory _memory;
    private readonly byte[] _cell = new byte[CellLength];
    private bool _useB;

    public PrintProgress(IWorkingMemory memory) => _memory = memory;

    /// <summary>Lines known to be on paper; one more may be, when power went between printer and cell.</summary>
    public int Load(long documentId)
    {
        int a = ReadCell(WorkingLayout.ProgressA, documentId);
        int b = ReadCell(WorkingLayout.ProgressB, documentId);
        _useB = a >= b;
        int lines = a > b ? a : b;
        return lines > 0 ? lines : 0;
    }

    public FiscalError Save(long documentId, int lines)
    {
        var writer = new ByteWriter(_cell);
        writer.U32(documentId);
        writer.U16(lines);
        writer.U16(Check());
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

    private int ReadCell(int address, long documentId)
    {
        if (_memory.Read(address, _cell, 0, CellLength) != DeviceResult.Ok) return -1;
        var reader = new ByteReader(_cell);
        long id = reader.U32();
        int lines = reader.U16();
        return id == documentId && reader.U16() == Check() ? lines : -1;
    }

    private int Check() => (int)(Crc32.Finish(Crc32.Add(Crc32.Start, _cell, 0, CheckedLength)) & 0xFFFF);
}
