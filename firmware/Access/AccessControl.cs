using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Hal.Devices;

namespace Nf.Firmware.Access;

/// <summary>Who may do what now: the mode, the technician's switch, the rights of manager and technician.</summary>
public sealed class AccessControl
{
    /// <summary>
    /// A right that was given by a password ends after this long without a command that programs or serves, milliseconds.
    /// A program that only asks how the register is must not keep it.
    /// </summary>
    public const int IdleLimit = 10 * 60 * 1000;

    private readonly IServiceSwitch _switch;
    private readonly IUptime _uptime;
    private readonly RegisterIdentity _identity;
    private WorkingMode _mode;
    private long _lastUse;

    internal AccessControl(RegisterDevices devices, RegisterIdentity identity, PasswordBook passwords)
    {
        _switch = devices.ServiceSwitch;
        _uptime = devices.Uptime;
        _identity = identity;
        Passwords = passwords;
    }

    /// <summary>The mode as far as passwords and trial decide it; a restart begins in registration.</summary>
    public WorkingMode Mode
    {
        get
        {
            bool isTrial = _mode == WorkingMode.Trial;
            if (!isTrial && _uptime.Milliseconds - _lastUse >= IdleLimit) return WorkingMode.Registration;
            return isTrial && _identity.IsFiscalised ? WorkingMode.Registration : _mode;
        }
    }

    /// <summary>The technician's switch is on.</summary>
    public bool SwitchIsOn => _switch.IsOn;

    internal PasswordBook Passwords { get; }

    internal void Enter(WorkingMode mode)
    {
        _mode = mode;
        _lastUse = _uptime.Milliseconds;
    }

    /// <summary>A command came: a technician's register sells nothing, and a sale ends the manager's programming.</summary>
    internal FiscalError Admit(int command)
    {
        _mode = Mode;
        Regime regime = Regimes.Of(command);
        if (regime == Regime.Programming || regime == Regime.Service) _lastUse = _uptime.Milliseconds;
        if (regime != Regime.Registration) return FiscalError.None;
        if (_mode == WorkingMode.Service) return FiscalError.ServiceMode;
        if (_mode == WorkingMode.Programming) _mode = WorkingMode.Registration;
        return FiscalError.None;
    }

    /// <summary>None for a technician: switch on and password given.</summary>
    internal FiscalError Technician()
    {
        if (!_switch.IsOn) return FiscalError.ServiceSwitchNeeded;
        return Mode == WorkingMode.Service ? FiscalError.None : FiscalError.ServicePasswordNeeded;
    }

    /// <summary>None for a manager or technician, and for everybody while the manager has chosen no password.</summary>
    internal FiscalError Manager()
    {
        if (Mode == WorkingMode.Programming || Technician() == FiscalError.None) return FiscalError.None;
        return Passwords.HasOwn(Holders.Manager) ? FiscalError.ManagerNeeded : FiscalError.None;
    }
}
