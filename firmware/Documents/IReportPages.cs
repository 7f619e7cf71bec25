namespace Nf.Firmware.Documents;

/// <summary>A report that may be longer than the spool: laid out page by page, each page a document of its own.</summary>
/// <remarks>
/// A page is some tens of lines. Its layout may read the stores, some kilobytes of them; it never waits. What has to read
/// more first leaves the page empty and goes on at the next; the last page has lines.
/// </remarks>
internal interface IReportPages
{
    /// <summary>Lays out the next page with the writer; the spool was cleared before.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="now">Moment of the page, seconds since 2000; 0 when the report goes to a file, where it has no place.</param>
    /// <param name="isLast">There is nothing after this page.</param>
    /// <returns>What keeps the page from being laid out; the report ends there.</returns>
    Errors.FiscalError Next(DocumentWriter writer, long now, out bool isLast);
}
