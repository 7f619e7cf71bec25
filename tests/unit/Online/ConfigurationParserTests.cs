#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Errors;
using Nf.Firmware.Online;

namespace Nf.Tests.Unit.Online;

[TestClass]
public class ConfigurationParserTests
{
    private const string Whole = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- ANAF -->\n<a:mP xmlns:a=\"urn:x\" a:idM=\"no\" idM='123456789020261116081500' tipP=\"1\" "
        + "data=\"20.11.2026\" afisM=\"1\" rapZ=\"2\" nrZ=\"30\" nrM=\"15\" nrT=\"1440\" codD=\"123456789020261115120000\" certANAF=\"MII&#10;AB==\" certA=\"1\" other=\"x\">\n"
        + "  <url tip=\"1\" url=\"https://anaf.test/a?b=1&amp;c=2\"/><url tip=\"5\" url=\"https://anaf.test/c\"></url>\n</a:mP>\n";

    [TestMethod]
    public void Every_value_of_mP()
    {
        ConfigurationMessage message = Read(Whole);
        Assert.IsTrue(message.Kind == MessageKind.Profile);
        Assert.AreEqual("1234567890", message.Series);
        Assert.AreEqual(848132100L, message.Moment);
        Assert.AreEqual(1, message.Profile);
        Assert.AreEqual(848448000L, message.Date);
        Assert.IsTrue(message.GoToService);
        Assert.AreEqual(2, message.SendMode);
        Assert.AreEqual(30, message.BlockingDays);
        Assert.AreEqual(15, message.RetryMinutes);
        Assert.AreEqual(1440, message.SendMinutes);
        Assert.IsTrue(message.Unblocks);
        Assert.AreEqual("123456789020261115120000", message.UnblockCode);
        Assert.IsTrue(message.RenewsCertificate);
        Assert.AreEqual("MII&#10;AB==", Whole.Substring(message.CertificateStart, message.CertificateLength));
        Assert.AreEqual("https://anaf.test/a?b=1&c=2", message.Urls[0]);
        Assert.IsNull(message.Urls[1]);
        Assert.AreEqual("https://anaf.test/c", message.Urls[4]);
    }

    [TestMethod]
    public void What_is_not_said_is_absent()
    {
        ConfigurationMessage message = Read("<mP idM=\"123456789020261116081500\" tipP=\"0\"/>");
        Assert.AreEqual((long)ConfigurationMessage.Absent, message.Date);
        Assert.AreEqual(ConfigurationMessage.Absent, message.BlockingDays);
        Assert.AreEqual(ConfigurationMessage.Absent, message.RetryMinutes);
        Assert.AreEqual(ConfigurationMessage.Absent, message.SendMinutes);
        Assert.AreEqual(ConfigurationMessage.Absent, message.SendMode);
        Assert.IsFalse(message.GoToService);
        Assert.IsFalse(message.Unblocks);
        Assert.IsFalse(message.RenewsCertificate);
        Assert.AreEqual(0, message.CertificateLength);
    }

    [TestMethod]
    public void The_way_back()
    {
        ConfigurationMessage message = Read("<mReset idM=\"20261116081500\" tipP=\"0\" dataP=\"20.11.2026\"/>");
        Assert.IsTrue(message.Kind == MessageKind.Reset);
        Assert.IsFalse(message.HasProfile);
        Assert.AreEqual(848132100L, message.Moment);
        Assert.AreEqual(848448000L, message.Date);
    }

    [TestMethod]
    public void An_answer_with_and_without_a_configuration()
    {
        ConfigurationMessage message = Read("<raspuns idM=\"1234567890202611160815000012\" cod=\"7\" text=\"nu &lt;azi&gt;\"/>");
        Assert.IsTrue(message.Kind == MessageKind.Answer);
        Assert.AreEqual("1234567890202611160815000012", message.AnsweredId);
        Assert.AreEqual(7, message.Code);
        Assert.AreEqual("nu <azi>", message.Text);
        Assert.IsFalse(message.HasProfile);
        message = Read("<raspuns idM=\"123456789020261116081500\" cod=\"0\"><mP idM=\"123456789020261116081500\" tipP=\"1\"><url tip=\"1\" url=\"https://x\"/></mP></raspuns>");
        Assert.IsTrue(message.HasProfile);
        Assert.AreEqual("https://x", message.Urls[0]);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("mP")]
    [DataRow("<mP")]
    [DataRow("<other/>")]
    [DataRow("<!DOCTYPE mP><mP idM=\"123456789020261116081500\" tipP=\"1\"/>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"></mReset>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\" tipP=\"1\"/>")]
    [DataRow("<mP idM=\"123456789020261116081500\"tipP=\"1\"/>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=1/>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\">text</mP>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><more/></mP>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"/><mP/>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><url tip=\"1\" url=\"x\"><a/></url></mP>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><![CDATA[x]]></mP>")]
    [DataRow("<raspuns idM=\"123456789020261116081500\" cod=\"0\"><mP idM=\"123456789020261116081500\" tipP=\"1\"/><mP idM=\"123456789020261116081500\" tipP=\"1\"/></raspuns>")]
    public void What_has_not_the_form(string text) => Refused(FiscalError.ConfigurationForm, text);

    [TestMethod]
    [DataRow("<mP tipP=\"1\"/>")]
    [DataRow("<mP idM=\"123456789020261116081500\"/>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><url url=\"https://x\"/></mP>")]
    [DataRow("<mReset idM=\"20261116081500\" tipP=\"0\"/>")]
    [DataRow("<raspuns idM=\"123456789020261116081500\"/>")]
    public void What_is_missing(string text) => Refused(FiscalError.ConfigurationIncomplete, text);

    [TestMethod]
    [DataRow("tipP=\"2\"")]
    [DataRow("tipP=\"\"")]
    [DataRow("tipP=\"1\" data=\"31.02.2026\"")]
    [DataRow("tipP=\"1\" data=\"2026-11-16\"")]
    [DataRow("tipP=\"1\" afisM=\"0\"")]
    [DataRow("tipP=\"1\" rapZ=\"3\"")]
    [DataRow("tipP=\"1\" nrZ=\"0\"")]
    [DataRow("tipP=\"1\" nrZ=\"10000\"")]
    [DataRow("tipP=\"1\" nrM=\"-1\"")]
    [DataRow("tipP=\"1\" nrT=\"1000000\"")]
    [DataRow("tipP=\"1\" nrT=\"12x\"")]
    [DataRow("tipP=\"1\" certANAF=\"\"")]
    [DataRow("tipP=\"1\" nrZ=\"&bad;\"")]
    [DataRow("tipP=\"1\" nrZ=\"&#0;\"")]
    public void What_has_a_wrong_value(string attributes) => Refused(FiscalError.ConfigurationValue, "<mP idM=\"123456789020261116081500\" " + attributes + "/>");

    [TestMethod]
    [DataRow("<mP idM=\"12345678902026111608150\" tipP=\"1\"/>")]
    [DataRow("<mP idM=\"123456789020261316081500\" tipP=\"1\"/>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"0\"><url tip=\"1\" url=\"https://x\"/></mP>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><url tip=\"6\" url=\"https://x\"/></mP>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><url tip=\"1\" url=\"https://x\"/><url tip=\"1\" url=\"https://x\"/></mP>")]
    [DataRow("<mP idM=\"123456789020261116081500\" tipP=\"1\"><url tip=\"1\" url=\"https://x.test/567890123456789012345678901234567890123456\"/></mP>")]
    public void What_else_has_a_wrong_value(string text) => Refused(FiscalError.ConfigurationValue, text);

    [TestMethod]
    public void Any_cut_is_refused_and_none_is_read_beyond()
    {
        byte[] bytes = Ascii.Bytes(Whole);
        int end = Whole.Length - 1;
        ConfigurationParser parser = new ConfigurationParser();
        for (int count = 0; count < end; count++) Assert.IsTrue(parser.Parse(bytes, 0, count) != FiscalError.None);
        Assert.IsTrue(parser.Parse(bytes, 0, end) == FiscalError.None);
    }

    private static ConfigurationMessage Read(string text)
    {
        ConfigurationParser parser = new ConfigurationParser();
        byte[] bytes = Ascii.Bytes(text);
        Assert.IsTrue(parser.Parse(bytes, 0, bytes.Length) == FiscalError.None);
        return parser.Message;
    }

    private static void Refused(FiscalError error, string text)
    {
        byte[] bytes = Ascii.Bytes(text);
        Assert.AreEqual((int)error, (int)new ConfigurationParser().Parse(bytes, 0, bytes.Length));
    }
}
