namespace Nf.Emulator.Commands;

/// <summary>What <c>nf run</c> is told on the command line.</summary>
/// <param name="State">The state directory.</param>
/// <param name="HttpPort">Port of the page.</param>
/// <param name="HostPort">Port of the host line.</param>
/// <param name="Bonuri">Folder that POS programs drop files into; null for none.</param>
/// <param name="Raspuns">Folder for the answers; null for the one beside it.</param>
/// <param name="ServiceSwitch">The technician's switch is on from the start.</param>
/// <param name="Unfiscalised">A new register stays as the factory made it.</param>
/// <param name="Anaf">Port of ANAF's stand-in, or <c>none</c>.</param>
/// <param name="AnafPagePort">Port of the stand-in's page.</param>
/// <param name="SelfTest">The start-up self test is printed.</param>
public sealed record RunOrder(string State, int HttpPort, int HostPort, string? Bonuri, string? Raspuns,
    bool ServiceSwitch = false, bool Unfiscalised = false, string Anaf = RunAnaf.None, int AnafPagePort = 0, bool SelfTest = false)
{
    private const string UsualAnswers = "Raspuns";

    /// <summary>Full path of the folder with the dropped files.</summary>
    public string DropsPath => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Bonuri!));

    /// <summary>Full path of the folder with the answers: in the field it lies beside the other one.</summary>
    public string AnswersPath => Path.TrimEndingDirectorySeparator(
        Path.GetFullPath(Raspuns ?? Path.Combine(DropsPath, "..", UsualAnswers)));

    /// <summary>Refuses folders that cannot be meant.</summary>
    /// <exception cref="InputException">The message says what to give instead.</exception>
    public void CheckFolders()
    {
        if (Bonuri is null && Raspuns is not null) throw new InputException("--raspuns goes with --bonuri: give the folder with the dropped files too");
        if (Bonuri is null) return;
        if (Bonuri.Length == 0 || Raspuns?.Length == 0) throw new InputException("--bonuri and --raspuns take a folder's path, not nothing");
        if (DropsPath == AnswersPath) throw new InputException($"{DropsPath} cannot be both --bonuri and --raspuns: answers would be taken for receipts");
        if (File.Exists(DropsPath) || File.Exists(AnswersPath))
            throw new InputException($"{(File.Exists(DropsPath) ? DropsPath : AnswersPath)} is a file: give the path of a folder");
    }
}
