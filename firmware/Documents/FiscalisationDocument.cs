using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Tells on paper what the register was fiscalised with, for the technician's papers (norms, art. 33 A, 103).</summary>
internal sealed class FiscalisationDocument
{
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly RegisterIdentity _identity;
    private readonly string _program;

    internal FiscalisationDocument(DocumentWriter writer, Spool spool, RegisterIdentity identity, string program)
    {
        _program = program;
        _writer = writer;
        _spool = spool;
        _identity = identity;
    }

    private DocumentLine Line => _writer.Line;

    internal void LayOut()
    {
        Fiscalisation fiscal = _identity.Fiscal;
        _spool.Clear();
        _writer.Header(_identity.Header, fiscal);
        _writer.Centred("FISCALIZARE", LineStyle.Tall);
        Moment("DATA: ", " ORA: ", _identity.FiscalisedAt);
        _writer.Separator();
        _writer.Pair("SERIA FISCALĂ", fiscal.Series);
        if (!RegistryNumber.HasValidCheckDigit(fiscal.Series))
            _writer.Text("ATENȚIE: CIFRA DE CONTROL A SERIEI NU SE POTRIVEȘTE. COMPARAȚI CU ACTELE APARATULUI.", LineStyle.Bold);

        _writer.Pair("SERIA APARATULUI", fiscal.SerialNumber);
        _writer.Pair("TIP APARAT", Version.Model);
        _writer.Pair("VERSIUNE PROGRAM", _program);
        _writer.Pair("CIF", fiscal.FiscalCode);
        _writer.Text(fiscal.VatPayer ? "PLĂTITOR TVA" : "NEPLĂTITOR TVA");
        _writer.Separator();
        for (int i = 0; i < VatGroups.Programmable; i++) Group(i);
        _writer.Separator();
        _writer.Number("JURNAL ELECTRONIC NR", _identity.Medium);
        Moment("ACTIVAT: ", " ", _identity.MediumSince);
        _writer.Centred("BON NEFISCAL", LineStyle.Bold);
        _writer.Cut();
    }

    private void Moment(string date, string time, long moment)
    {
        Line.Clear();
        Line.Add(date);
        Line.AddDate(moment);
        Line.Add(time);
        Line.AddTime(moment);
        _writer.Put();
    }

    private void Group(int group)
    {
        VatGroupKind kind = _identity.Groups.Kind(group);
        if (kind == VatGroupKind.Unused) return;
        Line.Clear();
        Line.Add("COTA TVA ");
        Line.Add((byte)VatGroups.Letter(group));
        int right = Line.StartRight();
        if (kind == VatGroupKind.Rate) _writer.AddPercent(_identity.Groups.Rate(group));
        else Line.Add("SCUTIT");
        Line.AlignRight(right);
        _writer.Put();
    }
}
