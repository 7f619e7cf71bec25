using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Machine;
using Nf.Firmware;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Messages;

/// <summary>A test register with an online module and, once it is given, a certificate of a test authority.</summary>
internal sealed class OnlineRegister
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    public OnlineRegister(Action<FiscalisationOrder>? change = null, bool certified = true)
    {
        Register = new TestRegister(module: true);
        Assert.AreEqual(FiscalError.None, PowerOn());
        var order = DemoShop.Order();
        change?.Invoke(order);
        Assert.AreEqual(FiscalError.None, Register.Register.Fiscalise(order));
        if (certified) Certify();
    }

    /// <summary>The authority of all these registers.</summary>
    public static TestAuthority Authority { get; } = TestAuthority.Create(s_now, TestKeys.Stored(1));

    /// <summary>Their certificate.</summary>
    public static X509Certificate2 Certificate { get; } = Authority.Register(DemoShop.Series, s_now);

    public TestRegister Register { get; }

    public Reporting Reporting => Register.Register.Reporting;

    /// <summary>Switches on, or off and on again.</summary>
    public FiscalError PowerOn() => Register.Machine.PowerOn();

    /// <summary>The register gets its key and its certificate.</summary>
    public void Certify()
    {
        var key = Certificate.GetRSAPrivateKey()!.ExportParameters(true);
        TestCertificate.Give(Reporting, Certificate.RawData, key);
    }

    /// <summary>All messages that should be made are made.</summary>
    public void MakeMessages() => Assert.IsTrue(Register.Machine.RunUntil(() => Reporting.Maker.IsDone, 30_000_000), $"{Reporting.Maker.Fault}");

    /// <summary>A file of the card.</summary>
    public byte[] File(string name)
    {
        var bytes = new byte[Math.Max(0, Register.Card.Length(name))];
        Assert.AreEqual(bytes.Length, Register.Card.Read(name, 0, bytes, 0, bytes.Length));
        return bytes;
    }
}
