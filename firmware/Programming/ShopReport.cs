using Nf.Firmware.Documents;
using Nf.Firmware.Identity;
using Nf.Hal.Devices;

namespace Nf.Firmware.Programming;

/// <summary>Top and end of the reports about articles, departments and operators: no fiscal documents.</summary>
internal sealed class ShopReport
{
    private readonly RegisterIdentity _identity;

    internal ShopReport(RegisterIdentity identity) => _identity = identity;

    /// <summary>Header, title and moment.</summary>
    internal void Begin(DocumentWriter writer, string title, long now)
    {
        writer.Header(_identity.Header, _identity.Fiscal);
        writer.Centred(title, LineStyle.Bold);
        writer.LayOutMoment(now);
        writer.Put();
        writer.Separator();
    }

    internal static void End(DocumentWriter writer)
    {
        writer.Separator();
        writer.Centred("BON NEFISCAL", LineStyle.Bold);
        writer.Cut();
    }

    /// <summary>"12 Lactate": a number and a name, which may be empty.</summary>
    internal static void Title(DocumentLine line, int number, int digits, byte[] name, int length)
    {
        line.Clear();
        line.AddPadded(number, digits);
        if (length > 0) line.Add((byte)' ');
        line.Add(name, 0, length);
    }
}
