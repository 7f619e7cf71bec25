using System.Text;
using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;

namespace Nf.Tests.Machine.Anaf;

/// <summary>The offline way: the opis and the days of a period, and the unblocking that comes of it.</summary>
[TestClass]
public sealed class FilingTests
{
    private const string OpisId = DayText.Series + "20261201080000";
    private readonly DeskRig _rig = new();

    [TestCleanup]
    public void End() => _rig.Dispose();

    [TestMethod]
    public void Good_filing_gives_the_unblocking_code_and_the_days_count()
    {
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        var answer = _rig.Desk.File([Opis(12, 14), Day(12), Day(14), Day(13)], _rig.Now);
        Assert.IsEmpty(answer.Problems, string.Join('\n', answer.Problems));
        var profile = AnswerReader.Open(answer.Unblocking!, _rig.Desk.Authority);
        Assert.AreEqual(OpisId, profile.Attribute("codD")!.Value);
        Assert.AreEqual("1", profile.Attribute("tipP")!.Value);
        _rig.Expect(AnafCode.HadAlready, DayText.Day(13));
        _rig.Expect(AnafCode.Taken, DayText.Day(15));
        Assert.AreEqual(OpisId, AnswerReader.Open(_rig.Desk.Unblocking(DayText.Series, _rig.Now)!, _rig.Desk.Authority).Attribute("codD")!.Value);
    }

    [TestMethod]
    public void Missing_doubled_and_foreign_files_are_refused()
    {
        Refused("no register message", Day(12));
        Refused("Numărul de zile fiscale", Opis(12, 14), Day(12), Day(13));
        Refused("Z 14 where Z 13", Opis(12, 13), Day(12), Day(14));
        Refused("a second register message", Opis(12, 12), Opis(12, 12), Day(12));
        Refused("cms", Opis(12, 12), Day(12), new FiledFile("readme.txt", "hello"u8.ToArray()));
        Refused("neither a day nor the register message", Opis(12, 12), Day(12), File("empty.p7b", DayText.Empty()));
        Refused("nrRapI 13 is after", Opis(13, 12));
        Assert.IsNull(_rig.Desk.Unblocking(DayText.Series, _rig.Now));
    }

    [TestMethod]
    public void Other_period_user_certificate_and_contents_are_refused()
    {
        Refused("not of the month 10.2026", File("opis", Text(12, 12).Replace("luna=\"11\"", "luna=\"10\"")), Day(12));
        Refused("cif is not", File("opis", Text(12, 12).Replace("cif=\"12345678\"", "cif=\"12345679\"")), Day(12));
        Refused("totB", Opis(12, 12), File("day", DayText.Day(12).Replace("totB=\"24.20\"", "totB=\"24.30\"")));
        var day = Day(12);
        using var key = TestKeys.StoredKey(16);
        using var other = _rig.Desk.Authority.Register("8000000001", key, _rig.Now.AddDays(-1), _rig.Now.AddYears(1));
        using var own = _rig.Register;
        _rig.Register = other;
        Refused("another register", File("opis", Text(12, 12).Replace(DayText.Series, "8000000001")), day);
        _rig.Register = own;
        _rig.Expect(AnafCode.Taken, DayText.Day(12, 3));
        Refused("other contents", Opis(12, 12), File("day", DayText.Day(12)));
    }

    [TestMethod]
    public void Days_from_before_a_renewal_are_filed_with_days_after_it()
    {
        var before = Day(12);
        using var key = TestKeys.StoredKey(16);
        using var old = _rig.Register;
        using var renewed = _rig.Desk.Authority.Register(DayText.Series, key, _rig.Now.AddDays(-1), _rig.Now.AddYears(1));
        _rig.Register = renewed;
        var after = Day(13);
        _rig.Register = old;
        Refused("the certificate is not the register's", Opis(12, 13), before, after);
        _rig.Register = renewed;
        _rig.Desk.Registers.Add("U", DeskRig.FiscalCode, renewed, _rig.Now);
        Assert.IsEmpty(_rig.Desk.File([Opis(12, 13), before, after], _rig.Now).Problems);
    }

    private void Refused(string says, params FiledFile[] files)
    {
        var answer = _rig.Desk.File(files, _rig.Now);
        Assert.IsNull(answer.Unblocking);
        Assert.IsTrue(answer.Problems.Any(problem => problem.Contains(says, StringComparison.Ordinal)), string.Join('\n', answer.Problems));
    }

    private FiledFile Opis(int first, int last) => File("Perioada_raportare.p7b", Text(first, last));

    private static string Text(int first, int last) =>
        $"<mReg xmlns=\"mfp:anaf:dgti:a4200:declaratie:v1\" idM=\"{OpisId}\" an=\"2026\" luna=\"11\" cif=\"12345678\" nrRapI=\"{first}\" nrRapF=\"{last}\" tip_amef=\"U\"/>";

    private FiledFile Day(int z) => File($"{DayText.Series}_Z{z:0000}.p7b", DayText.Day(z));

    private FiledFile File(string name, string text) => new(name, AnafSignature.Sign(Encoding.UTF8.GetBytes(text), _rig.Register, _rig.Now));
}
