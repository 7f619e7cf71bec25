using Nf.Firmware.Errors;
using Nf.Firmware.Text;

namespace Nf.Firmware.Host.Commands;

/// <summary>Where a report goes: a command's fields output and encoding.</summary>
/// <remarks>Output 0 or none is the paper, 1 a file of the external medium, 2 a file that may replace another.</remarks>
internal sealed class ReportOutput
{
    internal bool IsFile { get; private set; }

    /// <summary>A file with other contents is replaced.</summary>
    internal bool Replaces { get; private set; }

    internal FileEncoding Encoding { get; private set; }

    /// <summary>Takes the two fields.</summary>
    internal FiscalError Take(DatecsRequest request, int field, FileEncoding missing)
    {
        FiscalError error = DatecsFields.Integer(request, field, 0, 2, 0, out long output);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, field + 1, 0, (long)FileEncoding.Latin16, (long)missing, out long encoding);
        IsFile = output > 0;
        Replaces = output == 2;
        Encoding = (FileEncoding)encoding;
        return error;
    }
}
