using System.Text;
using CsCheck;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;

namespace Nf.Tests.Machine.Certificates;

/// <summary>Base64 as an attribute's value has it: in pieces, over its own text, with blanks and entities between.</summary>
[TestClass]
public sealed class AttributeBase64Tests
{
    private static readonly string[] s_between = [" ", "\n", "\r\n", "\t", "&#10;", "&#xD;", "&#32;"];

    [TestMethod]
    public void Bytes_come_back_whatever_stands_between_the_letters() =>
        Gen.Select(Gen.Byte.Array[0, 3000], Gen.Int[1, 100], Gen.Int[0, s_between.Length - 1], Gen.Int[0, 50]).Sample((bytes, every, kind, offset) =>
        {
            var text = new StringBuilder().Append('x', offset);
            var letters = Convert.ToBase64String(bytes);
            for (var i = 0; i < letters.Length; i++) text.Append(i % every == 0 ? s_between[kind] : "").Append(letters[i]);
            var buffer = Encoding.ASCII.GetBytes(text.ToString());
            return Decode(buffer, offset, out var count) == FiscalError.None && buffer.AsSpan(0, count).SequenceEqual(bytes);
        }, seed: "0000KdvkLmU3", iter: 200);

    [TestMethod]
    [DataRow("AAA")]
    [DataRow("AA=A")]
    [DataRow("AAAA=")]
    [DataRow("AB==")]
    [DataRow("A&lt;AA")]
    [DataRow("AAA&#65")]
    [DataRow("AAA&A;")]
    [DataRow("AA*A")]
    [DataRow("AAA&#x103;")]
    public void What_is_no_base64_is_refused(string text) =>
        Assert.AreEqual(FiscalError.ConfigurationValue, Decode(Encoding.ASCII.GetBytes(text), 0, out _));

    private static FiscalError Decode(byte[] buffer, int start, out int count)
    {
        var base64 = new AttributeBase64();
        base64.Begin(buffer, start, buffer.Length - start);
        FiscalError error;
        do error = base64.Step(); while (error == FiscalError.Busy);
        count = base64.Count;
        return error;
    }
}
