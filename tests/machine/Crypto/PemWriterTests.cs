using System.Security.Cryptography;
using System.Text;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Crypto;

/// <summary>PEM as .NET writes it, wherever the DER stands and whatever its length.</summary>
[TestClass]
public class PemTests
{
    [TestMethod]
    public void Text_of_any_length_is_that_of_dotnet()
    {
        byte[] der = [.. Enumerable.Range(0, 1100).Select(i => (byte)(i * 151))];
        for (int count = 1; count <= 700; count++)
        {
            string expected = PemEncoding.WriteString("RSA PRIVATE KEY", der.AsSpan(count / 2, count)) + "\n";
            byte[] text = new byte[PemWriter.Length("RSA PRIVATE KEY", count) + 1];
            PemWriter pem = new();
            Assert.IsTrue(pem.Begin(text, 1, "RSA PRIVATE KEY", der, count / 2, count));
            while (pem.Step()) { }
            Assert.AreEqual(text.Length, pem.End);
            Assert.AreEqual(expected, Encoding.ASCII.GetString(text, 1, text.Length - 1));
        }
    }

    [TestMethod]
    public void Text_that_does_not_fit_is_not_begun()
    {
        byte[] text = new byte[5 + PemWriter.Length(PemWriter.Certificate, 100) - 1];
        Assert.IsFalse(new PemWriter().Begin(text, 5, PemWriter.Certificate, new byte[100], 0, 100));
        Assert.IsFalse(text.AsSpan().ContainsAnyExcept((byte)0));
    }
}
