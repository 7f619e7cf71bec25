namespace Nf.Firmware;

/// <summary>Which firmware this is, as the diagnostics answer and print it.</summary>
public static class Version
{
    /// <summary>The model's name in the host protocol.</summary>
    public const string Model = "NF-AMEF";

    /// <summary>Major, minor and patch of this source.</summary>
    public const string Number = "0.1.0";

    /// <summary>Date of this version, as the host protocol writes it.</summary>
    public const string Date = "24Nov26";

    /// <summary>Hour of this version, as the host protocol writes it.</summary>
    public const string Time = "0000";

    /// <summary>The same moment on paper, whose dates are day, month and year in figures (norms, art. 58).</summary>
    public const string PaperMoment = "24-11-2026 00:00";
}
