using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.State;

namespace Nf.Tests.Machine.Anaf;

/// <summary>What the stand-in takes over and what it refuses.</summary>
[TestClass]
public sealed class AnafDeskTests
{
    private readonly DeskRig _rig = new();

    [TestCleanup]
    public void End() => _rig.Dispose();

    [TestMethod]
    public void Days_in_order_are_taken_over_and_kept()
    {
        for (var z = 12; z < 15; z++)
        {
            var answer = _rig.Expect(AnafCode.Taken, DayText.Day(z, z - 11));
            Assert.AreEqual($"{DayText.Series}20261115210005{z:0000}", answer.Attribute("idM")!.Value);
        }

        Assert.AreEqual(14, _rig.Desk.Registers.Find(DayText.Series)!.LastZ);
        var message = _rig.Desk.Messages.List()[0];
        Assert.IsNotEmpty(message.Checks);
        Assert.IsTrue(message.Checks.All(check => check.Detail.Length == 0), string.Join('\n', message.Checks));
        Assert.AreEqual(DayText.Day(14, 3), Encoding.UTF8.GetString(_rig.Desk.Messages.Content(message.Id)!));
    }

    [TestMethod]
    public void Day_without_receipts_is_taken_over() => _rig.Expect(AnafCode.Taken, DayText.Day(1, 0));

    [TestMethod]
    public void Same_day_again_is_as_good_as_taken_over()
    {
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        _rig.Expect(AnafCode.HadAlready, DayText.Day(12));
        _rig.Expect(AnafCode.HadAlready, DayText.Day(12).Replace("20261115210005", "20261115220005"));
        Assert.IsFalse(_rig.Desk.Registers.Find(DayText.Series)!.Flagged);
    }

    [TestMethod]
    public void A_configuration_goes_along_with_every_answer_to_its_message_and_with_no_other()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { MP = new AnafProfile("") { TipP = 1, NrM = 7 } });
        var first = _rig.Expect(AnafCode.Taken, DayText.Day(12)).Element("mP")!;
        _rig.Now = _rig.Now.AddMinutes(30);
        Assert.IsTrue(XNode.DeepEquals(first, _rig.Expect(AnafCode.HadAlready, DayText.Day(12)).Element("mP")), "the same, its idM included");
        _rig.Restart();
        Assert.IsNotNull(_rig.Expect(AnafCode.HadAlready, DayText.Day(12)).Element("mP"), "kept");
        Assert.IsNull(_rig.Expect(AnafCode.Taken, DayText.Day(13)).Element("mP"));
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, MP = new AnafProfile("") { TipP = 1, NrM = 8 } });
        _rig.Expect(AnafCode.Prepared, DayText.Day(14));
        Assert.AreEqual("8", _rig.Expect(AnafCode.Taken, DayText.Day(14)).Element("mP")!.Attribute("nrM")!.Value);
    }

    [TestMethod]
    public void Same_day_with_other_contents_is_refused_and_flagged()
    {
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        _rig.Expect(AnafCode.OtherContent, DayText.Day(12, 3));
        Assert.IsTrue(_rig.Desk.Registers.Find(DayText.Series)!.Flagged);
        _rig.Expect(AnafCode.HadAlready, DayText.Day(12));
    }

    [TestMethod]
    public void Gap_and_what_was_before_the_first_day_are_refused()
    {
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        _rig.Expect(AnafCode.Gap, DayText.Day(14));
        _rig.Expect(AnafCode.Gap, DayText.Day(11));
        _rig.Expect(AnafCode.Taken, DayText.Day(13));
    }

    [TestMethod]
    public void Empty_message_is_answered()
    {
        var answer = _rig.Expect(AnafCode.Taken, DayText.Empty());
        Assert.AreEqual(DayText.Series + "20261116080000", answer.Attribute("idM")!.Value);
        Assert.IsNull(answer.Element("mP"));
        _rig.Expect(AnafCode.BadIdentifier, DayText.Empty("1234567891"));
    }

    [TestMethod]
    [DataRow("totB=\"12.10\" totTva=\"2.10\"><cote", "totB=\"12.11\" totTva=\"2.10\"><cote", AnafCode.BadTotals, "totB")]
    [DataRow("nrB=\"2\"", "nrB=\"3\"", AnafCode.BadTotals, "nrB")]
    [DataRow("totB=\"24.20\"", "totB=\"24.21\"", AnafCode.BadTotals, "totB")]
    [DataRow("totTva=\"4.20\" totTvaC", "totTva=\"4.21\" totTvaC", AnafCode.BadTotals, "totTva")]
    [DataRow("valPl=\"24.20\"", "valPl=\"24.19\"", AnafCode.BadTotals, "pl")]
    [DataRow("<pl tipP=\"3\" valPl=\"24.20\" monPl=\"RON\"/>", "", AnafCode.BadTotals, "pl")]
    [DataRow("<pl tipP=\"3\" valPl=\"24.20\"", "<pl tipP=\"3\" valPl=\"4.20\" monPl=\"RON\"/><pl tipP=\"3\" valPl=\"20.00\"", AnafCode.BadTotals, "pl")]
    [DataRow("valOp=\"24.20\"", "valOp=\"24.00\"", AnafCode.BadTotals, "valOp")]
    [DataRow("coteZ cota=\"21\" valOp=\"24.20\" tva=\"4.20\"", "coteZ cota=\"11\" valOp=\"24.20\" tva=\"4.20\"", AnafCode.BadTotals, "coteZ")]
    [DataRow("valOp=\"24.20\" tva=\"4.20\"", "valOp=\"24.20\" tva=\"4.00\"", AnafCode.BadTotals, "coteZ")]
    [DataRow("<cote cota=\"21\" tva=\"2.10\"/>", "<cote cota=\"21\" tva=\"2.00\"/>", AnafCode.BadTotals, "bon")]
    [DataRow("<cote cota=\"21\" tva=\"2.10\"/>", "<cote cota=\"21\" tva=\"2.00\"/><cote cota=\"21\" tva=\"0.10\"/>", AnafCode.BadTotals, "bon")]
    [DataRow("nrAv=\"0\"", "nrAv=\"1\"", AnafCode.BadTotals, "av")]
    [DataRow("totA=\"0.00\"", "totA=\"1.00\"", AnafCode.BadTotals, "parts")]
    [DataRow("nrBC=\"0\" totBC=\"0.00\"", "nrBC=\"3\" totBC=\"1.00\"", AnafCode.BadTotals, "parts")]
    [DataRow("20261115090002", "20261115090000", AnafCode.BadIdentifier, "idB")]
    [DataRow("00120002\"", "00120003\"", AnafCode.BadIdentifier, "idB")]
    [DataRow("00120002\"", "00130002\"", AnafCode.BadIdentifier, "idB")]
    [DataRow("00120002\"", "0012002\"", AnafCode.BadIdentifier, "idB")]
    [DataRow("idR=\"12345678902026111521", "idR=\"12345678902026111522", AnafCode.BadIdentifier, "idR")]
    [DataRow("idR=\"1234567890", "idR=\"1234567891", AnafCode.BadIdentifier, "idR")]
    [DataRow("idM=\"123456789020261115", "idM=\"123456789020261315", AnafCode.BadIdentifier, "idM")]
    [DataRow("idM=\"1234567890", "idM=\"1234567891", AnafCode.BadIdentifier, "idM")]
    [DataRow("</rB>", "</rB><mE nrB=\"0\"><ev dataI=\"15.11.2026 10:00:00\" dataF=\"15.11.2026 09:00:00\" tipE=\"1\"/></mE>", AnafCode.BadIdentifier, "mE")]
    [DataRow("<rB ", "<rB x=\"1\" ", AnafCode.BadSchema, "schema")]
    [DataRow("a4203", "a4202", AnafCode.BadSchema, "schema")]
    public void What_is_wrong_is_found_and_nothing_of_it_is_taken_over(string right, string wrong, int code, string check)
    {
        var text = DayText.Day(12);
        StringAssert.Contains(text, right);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var answer = _rig.Expect(code, text[..at] + wrong + text[(at + right.Length)..]);
        StringAssert.StartsWith(answer.Attribute("text")!.Value, check + ":");
        Assert.IsNull(_rig.Desk.Registers.Find(DayText.Series)!.LastZ);
        _rig.Expect(AnafCode.Taken, text);
    }

    [TestMethod]
    public void Odd_things_are_noted_and_taken_over()
    {
        _rig.Now = new DateTimeOffset(2026, 11, 15, 12, 0, 0, TimeSpan.Zero);
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        StringAssert.Contains(_rig.Check("clock").Detail, "ahead");
    }

    [TestMethod]
    public void Body_must_be_one_signed_structure_in_der()
    {
        var good = _rig.Signed(DayText.Day(12));
        Refused("cms", []);
        Refused("cms", Encoding.UTF8.GetBytes(DayText.Day(12)));
        Refused("cms", [.. good, 0]);
        Refused("cms", good[..^1]);
        Refused("cms", [0x30, 0x80, .. good[4..], 0, 0]);
        Refused("content", Detached());
        Refused("content", AnafSignature.CertificatesOnly(_rig.Register));
        Assert.AreEqual(415, _rig.SendBody(good, type: "application/xml").Status);
        Assert.AreEqual(415, _rig.SendBody(good, type: null).Status);
        Assert.AreEqual(404, _rig.SendBody(good, "/nowhere").Status);
        Assert.AreEqual(200, _rig.SendBody(good).Status);
    }

    [TestMethod]
    public void Changed_content_and_other_digest_are_refused()
    {
        var changed = _rig.Signed(DayText.Day(12));
        changed[changed.AsSpan().IndexOf("12.10"u8)] = (byte)'2';
        Code(AnafCode.BadSignature, changed);
        var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(DayText.Day(12))));
        signed.ComputeSignature(new CmsSigner(_rig.Register) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.3"), IncludeOption = X509IncludeOption.EndCertOnly });
        Code(AnafCode.BadSignature, signed.Encode());
    }

    [TestMethod]
    public void Signer_must_be_a_registered_register_with_a_certificate_in_force()
    {
        using var key = TestKeys.StoredKey(11);
        using var expired = _rig.Desk.Authority.Register(DayText.Series, key, _rig.Now.AddYears(-1), _rig.Now.AddDays(-1));
        Code(AnafCode.BadCertificate, AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(12)), expired, _rig.Now));
        using var stranger = TestAuthority.Create(_rig.Now, TestKeys.Stored(99));
        using var foreign = stranger.Register(DayText.Series, key, _rig.Now.AddDays(-1), _rig.Now.AddYears(1));
        Code(AnafCode.BadCertificate, AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(12)), foreign, _rig.Now));
        Code(AnafCode.BadCertificate, AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(12)), _rig.Desk.Authority.Anaf, _rig.Now));
        using var other = _rig.Desk.Authority.Register("8000000001", key, _rig.Now.AddDays(-1), _rig.Now.AddYears(1));
        Code(AnafCode.OtherSigner, AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(12, 2, "8000000001")), other, _rig.Now));
        using var unknown = _rig.Desk.Authority.Register(DayText.Series, key, _rig.Now.AddDays(-1), _rig.Now.AddYears(1));
        Code(AnafCode.NotRegistered, AnafSignature.Sign(Encoding.UTF8.GetBytes(DayText.Day(12)), unknown, _rig.Now));
        _rig.Register = unknown;
        _rig.Expect(AnafCode.NotRegistered, DayText.Day(12));
    }

    [TestMethod]
    public void Unknown_and_revoked_registers_are_refused()
    {
        _rig.Desk.Registers.Revoke(DayText.Series);
        _rig.Expect(AnafCode.Revoked, DayText.Day(12));
        using var key = TestKeys.StoredKey(12);
        _rig.Register = _rig.Desk.Authority.Register("8000000001", key, _rig.Now.AddDays(-1), _rig.Now.AddYears(1));
        _rig.Expect(AnafCode.NotRegistered, DayText.Day(12, 2, "8000000001"));
    }

    [TestMethod]
    public void Certificate_that_is_no_registers_gets_no_answer_at_all()
    {
        _rig.Register = _rig.Desk.Authority.Server(["anaf.nf.test"], _rig.Now);
        Assert.AreEqual(403, _rig.Send(DayText.Day(12)).Status);
    }

    [TestMethod]
    public void Address_and_message_must_be_of_the_registers_type()
    {
        _rig.Expect(AnafCode.OtherType, DayText.Day(12), "/taxi");
        _rig.Expect(AnafCode.OtherType, DayText.Empty().Replace("a4203", "a4202"));
        _rig.Expect(AnafCode.Taken, DayText.Day(12), "/");
    }

    [TestMethod]
    public void Airport_shops_receipts_name_their_flights()
    {
        using var airport = new DeskRig("A");
        airport.Expect(AnafCode.BadIdentifier, DayText.Day(12), "/aeroport");
        airport.Expect(AnafCode.Taken, DayText.Day(12).Replace("<bon ", "<bon nrC=\"RO 361\" "), "/aeroport");
    }

    [TestMethod]
    public void What_is_assumed_can_be_told_otherwise()
    {
        using var lenient = new DeskRig("U", new AnafRules { PaymentsMakeTotal = false, ExemptOutsideRates = false });
        lenient.Expect(AnafCode.Taken, DayText.Day(12).Replace("valPl=\"24.20\"", "valPl=\"30.00\"").Replace("totNet=\"0.00\"", "totNet=\"5.00\""));
    }

    [TestMethod]
    public void Everything_is_there_after_a_restart()
    {
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, Cod = 55, Text = "later" });
        _rig.Restart();
        _rig.Expect(55, DayText.Day(13));
        _rig.Expect(AnafCode.HadAlready, DayText.Day(12));
        _rig.Expect(AnafCode.Taken, DayText.Day(13));
        Assert.AreEqual(4, _rig.Desk.Messages.Count);
    }

    [TestMethod]
    public void Second_process_and_damaged_files_are_refused_in_words()
    {
        Assert.AreEqual(StateProblem.InUse, Assert.ThrowsExactly<StateException>(() => AnafDesk.Open(_rig.Root, _rig.Now)).Problem);
        using var folder = new State.TempFolder();
        File.WriteAllBytes(folder["anaf.sqlite"], [.. Enumerable.Repeat((byte)0x55, 8192)]);
        var damaged = Assert.ThrowsExactly<StateException>(() => AnafDesk.Open(folder.Root, _rig.Now, null, TestKeys.Stored(3)));
        Assert.AreEqual(StateProblem.Damaged, damaged.Problem);
    }

    private byte[] Detached()
    {
        var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(DayText.Day(12))), detached: true);
        signed.ComputeSignature(new CmsSigner(_rig.Register));
        return signed.Encode();
    }

    private void Refused(string check, byte[] body)
    {
        var reply = _rig.SendBody(body);
        Assert.AreEqual(400, reply.Status);
        StringAssert.StartsWith(Encoding.UTF8.GetString(reply.Body), check + ":");
    }

    private void Code(int code, byte[] body) => Assert.AreEqual(code, (int)_rig.Answer(_rig.SendBody(body)).Attribute("cod")!);
}
