using System.Text;
using CsCheck;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;

namespace Nf.Tests.Machine.Online;

/// <summary>The reader of configurations takes any bytes whatever: it answers, and does not throw.</summary>
[TestClass]
public sealed class ConfigurationFuzzTests
{
    private static readonly byte[] s_whole = OnlineRegister.Profile.ToXml();

    private static readonly string[] s_pieces =
        ["<", ">", "/>", "</", "mP", "url", " ", "=\"", "\"", "idM", "tipP", "&amp;", "&#x41;", "&", ";", "<!--", "-->", "<?", "?>", "1", "\0", "ț"];

    [TestMethod]
    public void Bytes_that_were_changed() =>
        Gen.Select(Gen.Int[0, s_whole.Length - 1], Gen.Byte, Gen.Int[0, s_whole.Length - 1], Gen.Byte).Sample((at, value, other, second) =>
        {
            byte[] bytes = [.. s_whole];
            bytes[at] = value;
            bytes[other] = second;
            new ConfigurationParser().Parse(bytes, 0, bytes.Length);
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [TestMethod]
    public void Pieces_of_XML_in_any_order() =>
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i])
            .Array[0, 40].Sample(pieces =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
                Assert.AreNotEqual(FiscalError.None, new ConfigurationParser().Parse(bytes, 0, bytes.Length));
            }, iter: 20_000, seed: "0N0XIzNsQ0O2");
}
