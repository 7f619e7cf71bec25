using Nf.Firmware.Errors;

namespace Nf.Firmware.Reports;

/// <summary>The lines of an exported file, in bounded parts.</summary>
internal interface IFileParts
{
    /// <summary>Adds the next lines, some tens of them or none.</summary>
    /// <param name="file">Takes the lines.</param>
    /// <param name="isLast">There is nothing after them.</param>
    /// <returns>What keeps the file from being made; it is given up then.</returns>
    FiscalError Next(ExportFile file, out bool isLast);
}
