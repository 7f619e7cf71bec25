using System.Text;
using Nf.Emulator.Anaf.Schemas;

namespace Nf.Tests.Machine.Anaf;

/// <summary>Documents that the order's tables allow, and such that they forbid.</summary>
[TestClass]
public sealed class AnafSchemasTests
{
    private const string Exchange = """
        <msj xmlns="mfp:anaf:dgti:a4201:declaratie:v1" idM="1234567890202611152100050012">
          <bonSV idB="12345678902026111509000100120001" moneda_i="EUR" suma_i="100.00" moneda_p="RON" suma_p="497.00" com="0.00" totTva="0.00"/>
          <rSV idR="1234567890202611152100000012" nrA="0" nrB="1" totB="497.00" nrAn="0" totA="0.00" nrR="0" totR="0.00" nrM="0" totM="0.00" totTva="0.00" sume_serv_in="0.00" sume_serv_out="0.00" totC="0.00">
            <act tipAct="1" totAct="497.00" mon="EUR"/><pl tipP="3" valPl="497.00" monPl="RON"/>
          </rSV>
          <mE nrB="0"><ev dataI="15.11.2026 10:00:00" dataF="15.11.2026 10:05:00" tipE="2"/></mE>
        </msj>
        """;

    private const string Opis = """<mReg xmlns="mfp:anaf:dgti:a4200:declaratie:v1" idM="123456789020261201080000" an="2026" luna="11" cif="12345678" nrRapI="1" nrRapF="30" tip_amef="U"/>""";

    [TestMethod]
    public void Right_documents_are_valid()
    {
        Valid(AnafDocumentKind.OrdinaryDay, DayText.Day(12));
        Valid(AnafDocumentKind.OrdinaryDay, DayText.Day(12, 0));
        Valid(AnafDocumentKind.OrdinaryDay, DayText.Day(12).Replace("</rB>", "</rB><mE nrB=\"1\"><ev dataI=\"15.11.2026 10:00:00\" dataF=\"15.11.2026 10:05:00\" tipE=\"1\"/></mE>"));
        Valid(AnafDocumentKind.OrdinaryDay, DayText.Day(12).Replace("<bon ", "<bon nrC=\"RO 361\" "));
        Valid(AnafDocumentKind.TaxiDay, DayText.Taxi(12));
        Valid(AnafDocumentKind.ExchangeDay, Exchange);
        Valid(AnafDocumentKind.RegisterMessage, Opis);
        Valid(AnafDocumentKind.RegisterMessage, Opis.Replace(" an=\"2026\" luna=\"11\"", ""));
        Valid(AnafDocumentKind.Empty, DayText.Empty());
        Valid(AnafDocumentKind.FromServer, """<mP idM="123456789020261116080000" tipP="1" data="16.11.2026" afisM="1" rapZ="2" nrZ="30" nrM="30" nrT="1440" codD="x" certANAF="AA==" certA="1"><url tip="5" url="https://a.nf.test"/></mP>""");
        Valid(AnafDocumentKind.FromServer, """<mReset idM="20261116080000" tipP="0" dataP="31.12.2026"/>""");
        Valid(AnafDocumentKind.FromServer, """<raspuns idM="1234567890202611152100050012" cod="0"><mP idM="123456789020261116080000" tipP="0"/></raspuns>""");
    }

    [TestMethod]
    [DataRow("totB=\"12.10\"", "totB=\"-12.10\"", DisplayName = "negative amount")]
    [DataRow("totB=\"12.10\"", "totB=\"12,10\"", DisplayName = "decimal comma")]
    [DataRow("totB=\"12.10\"", "totB=\"12.101\"", DisplayName = "three decimals")]
    [DataRow("totB=\"12.10\"", "totB=\"1e1\"", DisplayName = "exponent")]
    [DataRow("totB=\"12.10\"", "totB=\"\"", DisplayName = "no amount")]
    [DataRow("totB=\"12.10\" totTva", "totTva", DisplayName = "receipt without total")]
    [DataRow("cota=\"21\"", "cota=\"100\"", DisplayName = "rate of three digits")]
    [DataRow("cota=\"21\"", "cota=\"21.5\"", DisplayName = "rate with decimals")]
    [DataRow("tipP=\"3\"", "tipP=\"2\"", DisplayName = "payment that is not used")]
    [DataRow("monPl=\"RON\"", "monPl=\"LEI\"", DisplayName = "no currency")]
    [DataRow("nrB=\"2\"", "nrB=\"99999999999\"", DisplayName = "count of eleven digits")]
    [DataRow("nrAv=\"0\"", "nrAv=\"1000\"", DisplayName = "resets of four digits")]
    [DataRow("<bon idB=\"", "<bon idB=\"0", DisplayName = "idB of 33 characters")]
    [DataRow("idM=\"", "idM=\"0", DisplayName = "idM of 29 characters")]
    [DataRow("<pl ", "<cote cota=\"21\" tva=\"0.00\"/><pl ", DisplayName = "element in the wrong place")]
    [DataRow("<rB ", "<rB other=\"1\" ", DisplayName = "unknown attribute")]
    [DataRow("</msj>", "<mE nrB=\"0\"></mE></msj>", DisplayName = "events without an event")]
    [DataRow("</msj>", "<mE nrB=\"0\"><ev dataI=\"15.11.2026 10:00:00\" dataF=\"15.11.2026 10:05:00\" tipE=\"3\"/></mE></msj>", DisplayName = "unknown event")]
    [DataRow("</msj>", "<bon/></msj>", DisplayName = "receipt after the Z")]
    [DataRow("a4203:", "a4209:", DisplayName = "unknown namespace")]
    [DataRow("</msj>", "", DisplayName = "not well-formed")]
    public void Wrong_days_are_found(string right, string wrong)
    {
        var text = DayText.Day(12);
        StringAssert.Contains(text, right);
        Invalid(text.Replace(right, wrong));
    }

    [TestMethod]
    [DataRow("cif=\"12345678\"", "cif=\"RO12345678\"")]
    [DataRow("tip_amef=\"U\"", "tip_amef=\"X\"")]
    [DataRow("nrRapF=\"30\"", "nrRapF=\"10000\"")]
    [DataRow("nrRapI=\"1\"", "")]
    [DataRow("/>", "><x/></mReg>")]
    public void Wrong_register_messages_are_found(string right, string wrong) => Invalid(Opis.Replace(right, wrong));

    [TestMethod]
    [DataRow("<msj xmlns=\"mfp:anaf:dgti:a4203:declaratie:v1\" idM=\"123456789020261116080000\"><bon/></msj>")]
    [DataRow("<mP idM=\"123456789020261116080000\" tipP=\"2\"/>")]
    [DataRow("<mP idM=\"123456789020261116080000\" tipP=\"1\" nrZ=\"\"/>")]
    [DataRow("<mP idM=\"123456789020261116080000\" tipP=\"1\"><url tip=\"6\" url=\"https://a\"/></mP>")]
    [DataRow("<mP idM=\"123456789020261116080000\" tipP=\"1\"><url tip=\"1\" url=\"https://012345678901234567890123456789012345678901234567890\"/></mP>")]
    [DataRow("<mReset idM=\"20261116080000\" tipP=\"1\" dataP=\"31.12.2026\"/>")]
    [DataRow("<mReset idM=\"20261116080000\" tipP=\"0\" dataP=\"2026-12-31\"/>")]
    [DataRow("<raspuns idM=\"1\" cod=\"x\"/>")]
    [DataRow("<!DOCTYPE mP [<!ENTITY a \"b\">]><mP idM=\"&a;\" tipP=\"1\"/>")]
    [DataRow("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><mP idM=\"1\" tipP=\"1\"/>")]
    public void Other_wrong_documents_are_found(string text) => Invalid(text);

    [TestMethod]
    public void Taxi_and_exchange_need_their_own_elements()
    {
        Invalid(DayText.Taxi(12).Replace("<set nrSet=\"1\" tarif=\"3.50\" totSet=\"12.10\" totDS=\"8.25\"/>", ""));
        Invalid(DayText.Taxi(12).Replace("tarif=\"3.50\"", "tarif=\"1000.50\""));
        Invalid(Exchange.Replace("tipAct=\"1\"", "tipAct=\"3\""));
        Invalid(Exchange.Replace("10:05:00", "24:05:00"));
    }

    private static void Valid(AnafDocumentKind kind, string text)
    {
        var read = Read(text);
        Assert.AreEqual(kind, read.Kind);
        Assert.IsEmpty(read.Problems, string.Join('\n', read.Problems));
    }

    private static void Invalid(string text) => Assert.IsNotEmpty(Read(text).Problems, text);

    private static AnafDocument Read(string text) => AnafSchemas.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
