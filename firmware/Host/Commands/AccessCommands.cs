using Nf.Firmware.Access;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Provisioning;
using Nf.Firmware.Update;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands about passwords and modes: 101, 149, 253.</summary>
internal sealed class AccessCommands
{
    private const int TakeProgram = 7;

    /// <summary>The last option of 253.</summary>
    private const int LastOption = TakeProgram;

    private readonly RegisterParts _parts;
    private readonly AccessControl _access;
    private readonly PasswordBook _passwords;
    private readonly RegisterIdentity _identity;
    private readonly Staging _staging;
    private readonly WorkingState _state;
    private readonly Readiness _readiness;
    private readonly MediumChange _mediumChange;
    private FirmwareUpdate _update;

    internal AccessCommands(RegisterParts parts)
    {
        _parts = parts;
        _access = parts.Access;
        _passwords = parts.Access.Passwords;
        _identity = parts.Identity;
        _staging = parts.Staging;
        _state = parts.State;
        _readiness = parts.Readiness;
        _mediumChange = parts.MediumChange;
    }

    /// <summary>101: operator 1 to 30, or 31 for the manager; old password; new one.</summary>
    internal FiscalError ChangePassword(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, long.MinValue, long.MaxValue, out long holder);
        if (error != FiscalError.None) return error;
        if (holder < 1 || holder > Holders.Manager) return FiscalError.WrongOperator;
        error = request.IsEmpty(1) ? WithoutOld((int)holder) : Check(request, 1, (int)holder);
        return error == FiscalError.None ? Change(request, 2, (int)holder, answer) : error;
    }

    /// <summary>149: 0 ordinary, 2 trial; nothing only asks. Answer: the mode, see <see cref="WorkingMode"/>.</summary>
    internal FiscalError Mode(DatecsRequest request, DatecsAnswer answer)
    {
        if (!request.IsEmpty(0))
        {
            FiscalError error = DatecsFields.Integer(request, 0, 0, 3, out long mode);
            if (error != FiscalError.None) return error;
            if (mode > 1 && _identity.IsFiscalised) return FiscalError.TrialOver;
            if (mode == 1 || mode == 3) return FiscalErrors.Value(1);
            _access.Enter((WorkingMode)(int)mode);
        }

        answer.Ok();
        answer.AddNumber((int)_readiness.Mode);
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>253: 0 and a password enters service (with M programming), 1 changes the technician's, 2 takes a new journal medium, 3 factory settings,
    /// 4 to 6 import ANAF's certificate, the own one, a configuration, 7 takes a new program.</summary>
    internal FiscalError Service(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.IsEmpty(0)) return FiscalErrors.Value(2);
        FiscalError error = DatecsFields.Integer(request, 0, 0, LastOption, out long option);
        if (error != FiscalError.None) return error;
        switch (option)
        {
            case 0: return Enter(request, answer);
            case 1:
                error = Check(request, 1, Holders.Technician);
                return error == FiscalError.None ? Change(request, 2, Holders.Technician, answer) : error;
            case 2: return ChangeMedium(answer);
            case 3: return FactorySettings(answer);
            case TakeProgram: return Update(answer);
            default: return Import((ImportKind)(int)option, answer);
        }
    }

    private FiscalError Enter(DatecsRequest request, DatecsAnswer answer)
    {
        bool isManager = request.FieldEquals(2, "M");
        if (!isManager && !request.IsEmpty(2)) return FiscalErrors.Value(3);
        FiscalError error = Check(request, 1, isManager ? Holders.Manager : Holders.Technician);
        if (error != FiscalError.None) return error;
        _access.Enter(isManager ? WorkingMode.Programming : WorkingMode.Service);
        answer.Ok();
        return FiscalError.None;
    }

    // Busy: a document is under way, ask again. The answer goes with the commit that announces the medium.
    private FiscalError ChangeMedium(DatecsAnswer answer)
    {
        FiscalError error = _access.Technician();
        if (error != FiscalError.None) return error;
        answer.Ok();
        return _mediumChange.Change();
    }

    // Busy: verifying goes on, or the document about it is not decided yet. A refusal names the file, here and on the display.
    private FiscalError Import(ImportKind kind, DatecsAnswer answer)
    {
        FiscalError error = _access.Technician();
        if (error != FiscalError.None) return error;
        if (_parts.Online == null) return FiscalError.OnlineAbsent;
        Provisioner provisioner = _parts.Online.Provisioner;
        error = provisioner.Import(kind);
        if (error == FiscalError.Busy) return error;
        if (error == FiscalError.None)
        {
            answer.Ok();
            return error;
        }

        return RefuseFile(provisioner.FileName, error, answer);
    }

    // Busy: a piece at a time. None: the next start tries it.
    private FiscalError Update(DatecsAnswer answer)
    {
        FiscalError error = _access.Technician();
        if (_update == null) _update = new FirmwareUpdate(_parts);
        if (error == FiscalError.None) error = _update.Take();
        if (error == FiscalError.Busy) return error;
        string about = _update.About;
        _update = null;
        if (error != FiscalError.None) return RefuseFile(about, error, answer);
        answer.Ok();
        return error;
    }

    private FiscalError RefuseFile(string name, FiscalError error, DatecsAnswer answer)
    {
        answer.Refuse((int)error);
        answer.Add(name);
        answer.Tab();
        _parts.Panel.Explain(name, error);
        return error;
    }

    // The passwords of operators and manager, and before fiscalisation what it would write; fiscal data are never touched.
    private FiscalError FactorySettings(DatecsAnswer answer)
    {
        FiscalError error = _access.Technician();
        if (error == FiscalError.None) error = _readiness.ForProgramming();
        if (error != FiscalError.None) return error;
        if (_state.TextLength != 0) return FiscalError.ZReportNeeded;
        for (int i = 1; i < Holders.Count && error == FiscalError.None; i++) error = _passwords.Reset(i);
        if (error == FiscalError.None && !_identity.IsFiscalised) error = _staging.Clear();
        if (error == FiscalError.None) answer.Ok();
        return error;
    }

    // The technician with his switch, the manager for operators, and the manager's very first one.
    private FiscalError WithoutOld(int holder)
    {
        if (_access.SwitchIsOn) return FiscalError.None;
        if (holder == Holders.Manager) return _passwords.HasOwn(holder) ? FiscalError.ServiceSwitchNeeded : FiscalError.None;
        return _access.Mode == WorkingMode.Programming ? FiscalError.None : FiscalError.ServiceSwitchNeeded;
    }

    private FiscalError Check(DatecsRequest request, int field, int holder) =>
        _passwords.Check(holder, request.Data, request.FieldOffset(field), request.FieldLength(field));

    private FiscalError Change(DatecsRequest request, int field, int holder, DatecsAnswer answer)
    {
        FiscalError error = _passwords.Change(holder, request.Data, request.FieldOffset(field), request.FieldLength(field));
        if (error == FiscalError.None) answer.Ok();
        return error;
    }
}
