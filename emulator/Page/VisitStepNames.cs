using Nf.Emulator.Visit;

namespace Nf.Emulator.Page;

/// <summary>The steps of a visit in Romanian, before they are done.</summary>
internal static class VisitStepNames
{
    private static readonly Dictionary<string, string> s_names = new()
    {
        [TechnicianVisit.Papers] = "documentele modelului",
        [TechnicianVisit.Files] = "înregistrarea la ANAF, fișierele pe mediul extern",
        [TechnicianVisit.Version] = "versiunea de firmware",
        [TechnicianVisit.Service] = "comutatorul de service, autentificarea tehnicianului",
        [TechnicianVisit.AnafFile] = "importul certificatului ANAF",
        [TechnicianVisit.OwnFile] = "importul certificatului aparatului",
        [TechnicianVisit.ConfigurationFile] = "importul fișierului de configurare",
        [TechnicianVisit.Network] = "calea de comunicație",
        [TechnicianVisit.Profile] = "profilul",
        [TechnicianVisit.Connection] = "testul de conexiune",
        [TechnicianVisit.Leave] = "ieșirea din service",
        [TechnicianVisit.Closure] = "raportul Z",
        [TechnicianVisit.Confirmation] = "confirmarea de la ANAF",
    };

    /// <summary>The name of a step; of an unknown one what it is called in the program.</summary>
    internal static string Of(string step) => s_names.GetValueOrDefault(step, step);
}
