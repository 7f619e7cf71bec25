#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Identity;
using Nf.Firmware.Text;

namespace Nf.Tests.Unit.Identity;

/// <summary>The identifier of ANAF's message: series, yyyyMMddHHmmss, Z, receipt (OPANAF 146/2018, annex 2, idB).</summary>
[TestClass]
public class ReceiptIdentityTests
{
    // 2026-11-16 07:04:20.
    private const long Moment = 848127860;

    [TestMethod]
    public void Has_32_digits()
    {
        var text = new byte[ReceiptIdentity.Length];
        int length = ReceiptIdentity.Write(text, 0, "1234567890", Moment, 12, 345);
        Assert.AreEqual(ReceiptIdentity.Length, length);
        Assert.AreEqual("12345678902026111607042000120345", Latin16.ToText(text, 0, length));
    }

    [TestMethod]
    public void The_qr_code_has_moment_number_and_series()
    {
        var text = new byte[ReceiptIdentity.MaxQrLength];
        int length = ReceiptIdentity.WriteQr(text, 0, "1234567890", Moment, 9999, 9999);
        Assert.AreEqual("16-11-2026 07:04:20;12345678902026111607042099999999;1234567890", Latin16.ToText(text, 0, length));
    }
}
