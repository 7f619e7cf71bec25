using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Text;

namespace Nf.Firmware.Reports;

/// <summary>Carries out one report at a time, on paper or into a file of the external medium, a bounded step a turn.</summary>
internal sealed class ReportDesk
{
    private readonly PagedReport _paper;
    private readonly ExportFile _file;
    private readonly PagesToFile _pages;
    private readonly Readiness _readiness;
    private IFileParts _parts;
    private bool _isWritten;

    internal ReportDesk(PagedReport paper, ExportFile file, PagesToFile pages, Readiness readiness)
    {
        _paper = paper;
        _file = file;
        _pages = pages;
        _readiness = readiness;
    }

    /// <summary>A report is under way.</summary>
    internal bool IsActive => _parts != null || _paper.IsActive;

    /// <summary>Begins a report on paper.</summary>
    internal void Print(IReportPages pages) => _paper.Begin(pages);

    /// <summary>Begins a report into a file, its pages one after another.</summary>
    internal FiscalError Save(IReportPages pages, string name, FileEncoding encoding, bool replace)
    {
        _pages.Begin(pages);
        return Save(_pages, name, encoding, replace);
    }

    /// <summary>Begins a file.</summary>
    internal FiscalError Save(IFileParts parts, string name, FileEncoding encoding, bool replace)
    {
        FiscalError error = _readiness.ForReading(out _);
        if (error == FiscalError.None) error = _file.Begin(name, encoding, replace);
        if (error == FiscalError.None) _parts = parts;
        _isWritten = false;
        return error;
    }

    /// <summary>The next step. None: all of it is decided for the paper, or in the file.</summary>
    internal FiscalError Continue()
    {
        if (_parts == null) return _paper.Continue();
        FiscalError error = _readiness.ForReading(out _);
        if (error == FiscalError.None) error = Write();
        if (error == FiscalError.Busy) return error;
        if (error != FiscalError.None) _file.Drop();
        _parts = null;
        return error;
    }

    private FiscalError Write()
    {
        if (_isWritten) return _file.Finish();
        FiscalError error = _parts.Next(_file, out _isWritten);
        return error == FiscalError.None ? FiscalError.Busy : error;
    }
}
