using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Checks;
using Nf.Emulator.Anaf.Desk;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Anaf;

/// <summary>A stand-in in a folder of its own with one register, and that register's side.</summary>
internal sealed class DeskRig : IDisposable
{
    public const string SignedType = "application/pkcs7-mime; smime-type=signed-data";
    public const string FiscalCode = "12345678";

    private readonly TempFolder _folder = new();

    public DeskRig(string kind = "U", AnafRules? rules = null)
    {
        Desk = AnafDesk.Open(Root, Now, rules, TestKeys.Stored(7));
        using var key = TestKeys.StoredKey(10);
        Register = Desk.Authority.Register(DayText.Series, key, Now.AddDays(-1), Now.AddYears(10));
        Desk.Registers.Add(kind, FiscalCode, Register, Now);
    }

    /// <summary>The morning after the day of <see cref="DayText"/>.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 16, 6, 0, 0, TimeSpan.Zero);

    public string Root => _folder["anaf"];

    public AnafDesk Desk { get; private set; }

    public X509Certificate2 Register { get; set; }

    public byte[] Signed(string text) => AnafSignature.Sign(Encoding.UTF8.GetBytes(text), Register, Now);

    /// <summary>Sends a document as the register.</summary>
    public AnafReply Send(string text, string path = "/bon") => SendBody(Signed(text), path);

    public AnafReply SendBody(byte[] body, string path = "/bon", string? type = SignedType) => Desk.Receive(new AnafRequest(Register, path, type, body), Now);

    /// <summary>Sends a document and expects this code in the answer.</summary>
    public XElement Expect(int code, string text, string path = "/bon")
    {
        var answer = Answer(Send(text, path));
        Assert.AreEqual(code, (int)answer.Attribute("cod")!, (string?)answer.Attribute("text"));
        return answer;
    }

    /// <summary>Opens an answer as a register would: signed by ANAF, and valid.</summary>
    public XElement Answer(AnafReply reply)
    {
        Assert.AreEqual(200, reply.Status, Encoding.UTF8.GetString(reply.Body));
        return AnswerReader.Open(reply.Body, Desk.Authority);
    }

    /// <summary>The newest message's check of this name.</summary>
    public MessageCheck Check(string name) => Desk.Messages.List()[0].Checks.Last(check => check.Name == name);

    /// <summary>The stand-in's process ends and starts again.</summary>
    public void Restart()
    {
        Desk.Dispose();
        Desk = AnafDesk.Open(Root, Now, null, TestKeys.Stored(8));
    }

    public void Dispose()
    {
        Desk.Dispose();
        Register.Dispose();
        _folder.Dispose();
    }
}
