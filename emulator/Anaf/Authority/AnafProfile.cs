using System.Globalization;
using System.Xml;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>An address of a profile (OPANAF 146/2018, annex 3).</summary>
/// <param name="Tip">What it is for: 1 ordinary registers, 2 exchange, 3 taxi, 4 airport, 5 renewal of the certificate.</param>
/// <param name="Url">The address, at most 50 characters.</param>
public sealed record AnafAddress(int Tip, string Url);

/// <summary>The configuration <c>mP</c> (OPANAF 146/2018, annex 2, II.10). What is null is not in the document.</summary>
/// <param name="IdM">The register's series and a moment, AAAALLZZHHMMSS.</param>
public sealed record AnafProfile(string IdM)
{
    /// <summary>Profile: 0 not obliged to connect, 1 obliged.</summary>
    public int TipP { get; init; } = 1;

    /// <summary>From when on the profile counts, zz.ll.aaaa.</summary>
    public string? Data { get; init; }

    /// <summary>1: the user is told to call the service.</summary>
    public int? AfisM { get; init; }

    /// <summary>1: send right after each Z; 2: only every <see cref="NrT"/>.</summary>
    public int? RapZ { get; init; }

    /// <summary>Days without transmission after which the register blocks.</summary>
    public int? NrZ { get; init; }

    /// <summary>Minutes between attempts to connect.</summary>
    public int? NrM { get; init; }

    /// <summary>Minutes between attempts to transmit.</summary>
    public int? NrT { get; init; }

    /// <summary>Unblocking code: idM of the last mReg that was filed.</summary>
    public string? CodD { get; init; }

    /// <summary>ANAF's certificate: base64 of a certificates-only CMS.</summary>
    public string? CertANAF { get; init; }

    /// <summary>1: the register renews its certificate.</summary>
    public int? CertA { get; init; }

    /// <summary>The addresses.</summary>
    public IReadOnlyList<AnafAddress> Urls { get; init; } = [];

    /// <summary>The idM of a configuration for a register, made at a moment.</summary>
    public static string IdOf(string series, DateTime moment) => series + AnafTime.Moment(moment);

    /// <summary>The document as UTF-8.</summary>
    public byte[] ToXml() => AnafXml.Write(WriteTo);

    /// <summary>Writes the element.</summary>
    internal void WriteTo(XmlWriter xml)
    {
        xml.WriteStartElement("mP");
        xml.WriteAttributeString("idM", IdM);
        xml.WriteAttributeString("tipP", TipP.ToString(CultureInfo.InvariantCulture));
        Optional(xml, "data", Data);
        Optional(xml, "afisM", AfisM);
        Optional(xml, "rapZ", RapZ);
        Optional(xml, "nrZ", NrZ);
        Optional(xml, "nrM", NrM);
        Optional(xml, "nrT", NrT);
        Optional(xml, "codD", CodD);
        Optional(xml, "certANAF", CertANAF);
        Optional(xml, "certA", CertA);
        foreach (var (tip, url) in Urls)
        {
            xml.WriteStartElement("url");
            xml.WriteAttributeString("tip", tip.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("url", url);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Optional(XmlWriter xml, string name, object? value)
    {
        if (value is not null) xml.WriteAttributeString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
    }
}
