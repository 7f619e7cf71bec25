using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Reports;

/// <summary>The lines of a report as parts of a file: each page is laid out in the spool and read back.</summary>
/// <remarks>Only while no document is in the spool; nothing of it is decided.</remarks>
internal sealed class PagesToFile : IFileParts
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private IReportPages _pages;

    internal PagesToFile(DocumentWriter writer, Spool spool)
    {
        _writer = writer;
        _spool = spool;
    }

    /// <summary>Takes the pages, at their beginning.</summary>
    internal void Begin(IReportPages pages) => _pages = pages;

    /// <inheritdoc/>
    public FiscalError Next(ExportFile file, out bool isLast)
    {
        _spool.Clear();
        FiscalError error = _pages.Next(_writer, 0, out isLast);
        return error == FiscalError.None ? file.Add(_spool) : error;
    }
}
