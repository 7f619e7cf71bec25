using Nf.Firmware.Access;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Text;

namespace Nf.Firmware.Host.Commands;

/// <summary>43: the header's lines. W and a line programs it, W alone saves all; R reads.</summary>
/// <remarks>Assumption: R is the letter for reading; the public sources do not show one.</remarks>
internal sealed class HeaderCommands
{
    private readonly AccessControl _access;
    private readonly RegisterIdentity _identity;
    private readonly Staging _staging;
    private readonly Fiscaliser _fiscaliser;
    private readonly FiscalMemoryLog _log;
    private readonly Readiness _readiness;
    private readonly Header _old = new Header();
    private readonly byte[] _text = new byte[Header.MaxLength];

    internal HeaderCommands(RegisterParts parts)
    {
        _access = parts.Access;
        _identity = parts.Identity;
        _staging = parts.Staging;
        _fiscaliser = parts.Fiscaliser;
        _log = parts.Log;
        _readiness = parts.Readiness;
    }

    internal FiscalError Run(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.FieldEquals(0, "R")) return Read(request, answer);
        if (!request.FieldEquals(0, "W")) return FiscalErrors.Syntax(1);
        FiscalError error = _access.Technician();
        if (error == FiscalError.None) error = _readiness.ForProgramming();
        if (error == FiscalError.None) error = request.IsEmpty(1) ? Save() : SetLine(request);
        if (error == FiscalError.None) answer.Ok();
        return error;
    }

    private FiscalError SetLine(DatecsRequest request)
    {
        FiscalError error = DatecsFields.Integer(request, 1, 1, Header.MaxLines, out long line);
        if (error != FiscalError.None) return error;
        int length = request.FieldLength(2);
        if (length > Header.MaxLength) return FiscalErrors.Value(3);
        HostText.Decode(request.Data, request.FieldOffset(2), length, _text, 0);
        return _staging.SetHeaderLine((int)line - 1, _text, length);
    }

    // Before fiscalisation the lines are kept already; the fiscal memory gets them with it.
    private FiscalError Save()
    {
        if (!_identity.IsFiscalised) return _identity.Header.IsBlank ? FiscalError.HeaderMissing : FiscalError.None;
        FiscalError error = _fiscaliser.ChangeHeader(_staging.Header);
        if (error == FiscalError.None) _staging.ForgetDraft();
        return error;
    }

    private FiscalError Read(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.IsEmpty(1))
        {
            answer.Ok();
            answer.AddNumber(_fiscaliser.HeaderChanges);
            answer.Tab();
            answer.AddNumber(RecordCapacity.HeaderChanges);
            answer.Tab();
            answer.AddNumber(Header.MaxLines);
            answer.Tab();
            return FiscalError.None;
        }

        FiscalError error = DatecsFields.Integer(request, 1, 1, Header.MaxLines, out long line);
        if (error != FiscalError.None) return error;
        if (!request.IsEmpty(2)) return ReadRecord(request, (int)line - 1, answer);
        answer.Ok();
        AddLine(answer, _staging.Header, (int)line - 1);
        return FiscalError.None;
    }

    // Record 0 is the header of the fiscalisation, 1 the first change.
    private FiscalError ReadRecord(DatecsRequest request, int line, DatecsAnswer answer)
    {
        if (!_identity.IsFiscalised) return FiscalError.NotFiscalised;
        FiscalError error = DatecsFields.Integer(request, 2, 0, _fiscaliser.HeaderChanges, out long record);
        if (error != FiscalError.None) return error;
        if (!_log.ReadNumbered(RecordKind.Header, _identity.FirstHeaders + (int)record)) return FiscalError.FiscalMemoryDamaged;
        _old.Load(_log.Payload);
        answer.Ok();
        AddLine(answer, _old, line);
        answer.AddNumber(_log.CountThen(RecordKind.Closure));
        answer.Tab();
        answer.AddMoment(_log.Time);
        answer.Tab();
        return FiscalError.None;
    }

    private static void AddLine(DatecsAnswer answer, Header header, int line)
    {
        if (line < header.Count) answer.AddLatin(header.Line(line));
        answer.Tab();
    }
}
