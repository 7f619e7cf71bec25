using Nf.Firmware.Errors;

namespace Nf.Firmware.Documents;

/// <summary>Why something failed and what to do next, on paper.</summary>
internal static class ErrorLines
{
    internal static void Write(DocumentWriter writer, FiscalError error)
    {
        writer.Text("CAUZA: " + FiscalErrors.Cause(error));
        writer.Text("CE FACEȚI: " + FiscalErrors.Next(error));
    }
}
