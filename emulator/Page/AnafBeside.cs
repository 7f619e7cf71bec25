using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Machine;
using Nf.Emulator.State;
using Nf.Emulator.Visit;

namespace Nf.Emulator.Page;

/// <summary>ANAF's stand-in beside the register, as far as the register's page needs it.</summary>
/// <param name="Visits">Visits that connect the register to it.</param>
/// <param name="Address">Of the stand-in's own page.</param>
public sealed record AnafBeside(VisitDesk Visits, string Address)
{
    /// <summary>Makes a stand-in known to a register, and visits possible. Before the register's thread starts.</summary>
    /// <param name="server">The stand-in.</param>
    /// <param name="live">The register.</param>
    /// <param name="stored">Its parts.</param>
    /// <param name="directory">Where they are kept; the visits' papers go there too.</param>
    public static AnafBeside Of(AnafServer server, LiveRegister live, StoredRegister stored, StateDirectory directory)
    {
        stored.Knows(server.Host, server.Port);
        var site = new LiveSite(live, directory.DriveFolder);
        stored.Printed += site.Print;
        return new AnafBeside(new VisitDesk(site, server, new VisitPapers(directory.VisitFolder)), $"http://127.0.0.1:{server.PagePort}/");
    }
}
