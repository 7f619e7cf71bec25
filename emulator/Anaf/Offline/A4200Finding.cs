namespace Nf.Emulator.Anaf.Offline;

/// <summary>Something in a folder for declaration A4200 that ANAF's validator would not take.</summary>
/// <param name="File">The file's name; empty for the folder.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Step">What to do.</param>
/// <param name="Said">What ANAF's validator says, in Romanian; empty where it is not known.</param>
public sealed record A4200Finding(string File, string Problem, string Step, string Said = "")
{
    /// <summary>As one line of text.</summary>
    public override string ToString() =>
        $"{(File.Length > 0 ? File : "folder")}: {Problem}. {Step}.{(Said.Length > 0 ? $" ANAF: «{Said}»" : "")}";
}
