using Nf.Firmware.Documents;
using Nf.Firmware.Identity;
using Nf.Firmware.Text;
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
        TextLine line = writer.Line;
        line.Clear();
        line.Add("DATA: ");
        line.AddDate(now);
        line.Add(" ORA: ");
        line.AddTime(now);
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
    internal static void Title(TextLine line, int number, int digits, byte[] name, int length)
    {
        line.Clear();
        line.AddPadded(number, digits);
        line.Add((byte)' ');
        line.Add(name, 0, length);
    }
}
