using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Desk;

/// <summary>Makes the answer to a message: the signed <c>raspuns</c>, or what was prepared instead.</summary>
internal sealed class AnswerMaker(TestAuthority authority, AnafRules rules)
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const int BadRequest = 400;
    private const int Ok = 200;
    private const string NobodysIdM = "0000000000000000000000000000";
    private static readonly byte[] s_garbage = [.. Enumerable.Range(0, 512).Select(i => (byte)(i * 73 + 41))];

    /// <summary>The answer to a message that was decided about.</summary>
    internal AnafReply Make(ReceivedMessage message, Verdict verdict)
    {
        var prepared = verdict.Prepared;
        var fault = AnafReply.IsFault(prepared?.Kind) ? prepared : null;
        if (prepared?.Kind == AnswerKind.HttpError) return new AnafReply(prepared.Status, PlainText, Utf8(verdict.Text));
        if (verdict.Code is not { } code || message.IdText is null) return new AnafReply(BadRequest, PlainText, Utf8(verdict.Text)) { Fault = fault };
        var idM = prepared?.Kind == AnswerKind.OtherId ? NobodysIdM : message.IdText;
        var answer = Raspuns(idM, code, verdict.Text, verdict.Profile);
        return new AnafReply(Ok, rules.SignedType, Signed(answer, prepared, message.At)) { Fault = fault };
    }

    /// <summary>A configuration with its own idM, or with the register's and the moment's.</summary>
    internal static AnafProfile Filled(AnafProfile profile, string series, DateTimeOffset now) =>
        string.IsNullOrEmpty(profile.IdM) ? profile with { IdM = AnafProfile.IdOf(series, RomanianTime.Of(now)) } : profile;

    private byte[] Signed(byte[] answer, PreparedAnswer? prepared, DateTimeOffset now) => prepared?.Kind switch
    {
        AnswerKind.Unsigned => answer,
        AnswerKind.Garbage => s_garbage,
        AnswerKind.OtherSigner => AnafSignature.Sign(answer, Stranger(now), now),
        AnswerKind.Content => AnafSignature.Sign(Utf8(prepared.Content ?? ""), authority.Anaf, now),
        _ => AnafSignature.Sign(answer, authority.Anaf, now),
    };

    private byte[] Raspuns(string idM, int code, string text, AnafProfile? profile) => AnafXml.Write(xml =>
    {
        xml.WriteStartElement("raspuns");
        xml.WriteAttributeString("idM", idM);
        xml.WriteAttributeString("cod", code.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("text", text.Length > rules.LongestText ? text[..rules.LongestText] : text);
        profile?.WriteTo(xml);
        xml.WriteEndElement();
    });

    private static X509Certificate2 Stranger(DateTimeOffset now) => TestAuthority.Create(now, TestKeys.Fresh).Anaf;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
