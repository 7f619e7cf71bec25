using System.Text;

namespace Nf.Tests.Machine.Anaf;

/// <summary>The day of an ordinary register as a message, with right sums.</summary>
internal static class DayText
{
    public const string Series = "1234567890";

    /// <summary>A day with receipts of 12.10 lei at 21 %, paid in cash.</summary>
    /// <param name="z">Its Z number.</param>
    /// <param name="receipts">How many receipts.</param>
    /// <param name="series">The register.</param>
    public static string Day(int z, int receipts = 2, string series = Series)
    {
        var text = new StringBuilder($"<msj xmlns=\"mfp:anaf:dgti:a4203:declaratie:v1\" idM=\"{series}20261115210005{z:0000}\">");
        for (var i = 1; i <= receipts; i++)
            text.Append($"<bon idB=\"{series}20261115{9 + i / 3600:00}{i / 60 % 60:00}{i % 60:00}{z:0000}{i:0000}\" totB=\"12.10\" totTva=\"2.10\"><cote cota=\"21\" tva=\"2.10\"/></bon>");
        text.Append($"<rB idR=\"{series}20261115210000{z:0000}\" nrAv=\"0\" nrB=\"{receipts}\" totB=\"{Sum(12.10m, receipts)}\" nrBC=\"0\" totBC=\"0.00\" ");
        text.Append($"nrA=\"0\" totA=\"0.00\" nrR=\"0\" totR=\"0.00\" nrM=\"0\" totM=\"0.00\" totTva=\"{Sum(2.10m, receipts)}\" totTvaC=\"0.00\" totTaxe=\"0.00\" ");
        text.Append("totNet=\"0.00\" sume_serv_in=\"0.00\" sume_serv_out=\"0.00\" monRef=\"RON\">");
        if (receipts > 0)
            text.Append($"<pl tipP=\"3\" valPl=\"{Sum(12.10m, receipts)}\" monPl=\"RON\"/><coteZ cota=\"21\" valOp=\"{Sum(12.10m, receipts)}\" tva=\"{Sum(2.10m, receipts)}\"/>");
        return text.Append("</rB></msj>").ToString();
    }

    /// <summary>The day of a taxi with one receipt.</summary>
    public static string Taxi(int z) => $"""
        <msj xmlns="mfp:anaf:dgti:a4202:declaratie:v1" idM="123456789020261115210005{z:0000}">
          <bonT idB="123456789020261115090001{z:0000}0001" nrC="1" totB="12.10" totTva="2.10"><cote cota="21" tva="2.10"/></bonT>
          <rT idR="123456789020261115210000{z:0000}" nrAv="1" nrB="1" valB="12.10" totTva="2.10" nrBC="0" valBC="0.00" totTVA_cui="0.00" totD="10.50" totDC="8.25">
            <coteZ cota="21" tva="2.10" tva_cui="0.00"/><av ora_avarie="15.11.2026 10:00:00"/>
            <ut idU="1" totDU="10.50" totDCU="8.25" totalBU="12.10"><curse nr_cursa="1"/></ut>
            <set nrSet="1" tarif="3.50" totSet="12.10" totDS="8.25"/>
          </rT>
        </msj>
        """;

    /// <summary>The empty message.</summary>
    public static string Empty(string series = Series, string moment = "20261116080000") =>
        $"<msj xmlns=\"mfp:anaf:dgti:a4203:declaratie:v1\" idM=\"{series}{moment}\"/>";

    private static string Sum(decimal one, int count) => (one * count).ToString("0.00");
}
