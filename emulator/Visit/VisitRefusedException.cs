using Nf.Firmware.Errors;

namespace Nf.Emulator.Visit;

/// <summary>The register refused a step of the visit: what is wrong and what to do next.</summary>
/// <param name="step">The step.</param>
/// <param name="error">What the register said.</param>
/// <param name="about">Whom it is about, such as a file's name; empty for nothing.</param>
public sealed class VisitRefusedException(string step, int error, string about = "")
    : Exception($"refused: {error} {FiscalErrors.Cause((FiscalError)error)}{(about.Length == 0 ? "" : $" ({about})")}. {FiscalErrors.Next((FiscalError)error)}")
{
    /// <summary>The step that was refused.</summary>
    public string Step { get; } = step;

    /// <summary>Whom it is about; empty for nothing.</summary>
    public string About { get; } = about;

    /// <summary>The register's error.</summary>
    public int Error { get; } = error;
}
