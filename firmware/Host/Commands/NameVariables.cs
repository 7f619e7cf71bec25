using Nf.Firmware.Errors;
using Nf.Firmware.Programming;
using Nf.Firmware.Text;

namespace Nf.Firmware.Host.Commands;

/// <summary>The variables of 255 that are names which the shop gives.</summary>
internal sealed class NameVariables
{
    private readonly NameTable _names;
    private readonly byte[] _text = new byte[NameTable.MaxLength];

    internal NameVariables(NameTable names) => _names = names;

    /// <summary>Reads or writes one; the value of field 1 when the name is not one of these.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer, int index, bool reads)
    {
        for (int i = 0; i < Variables.Length; i++)
        {
            if (!request.FieldEquals(0, Variables[i])) continue;
            var kind = (NameKind)i;
            if (index >= NameTable.CountOf(kind)) return FiscalErrors.Value(2);
            return reads ? Read(answer, kind, index) : Write(request, kind, index);
        }

        return FiscalErrors.Value(1);
    }

    private FiscalError Read(DatecsAnswer answer, NameKind kind, int index)
    {
        int length = kind == NameKind.Unit ? _names.ReadUnit(index) : _names.Read(kind, index);
        answer.AddLatin(_names.Text, 0, length);
        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError Write(DatecsRequest request, NameKind kind, int index)
    {
        int length = request.FieldLength(2);
        if (length > NameTable.MaxOf(kind)) return FiscalError.NameTooLong;
        HostText.Decode(request.Data, request.FieldOffset(2), length, _text, 0);
        return _names.Write(kind, index, _text, length);
    }

    // In the order of NameKind.
    private static readonly string[] Variables = { "Dept_name", "ItemGroups_name", "OperName", "Unit_name", "PayNamePgmbl", "Footer" };
}
