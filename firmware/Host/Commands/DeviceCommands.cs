using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands that move a device and print nothing: 44 feed, 45 host mode, 46 cut, 80 beep, 106 drawer, 127 and 202 images.</summary>
/// <remarks>
/// Paper that is fed or cut belongs to no document and is no line of the journal. Inside an open document it moves at once,
/// since nothing of that document is on paper yet.
/// </remarks>
internal sealed class DeviceCommands
{
    private const int MaxLines = 99;
    private const int MaxWord = 65535;
    private const int DrawerPulse = 100;

    private readonly Readiness _readiness;
    private readonly DocumentOutput _output;
    private readonly IPrinter _printer;
    private readonly ICashDrawer _drawer;

    internal DeviceCommands(RegisterParts parts)
    {
        _readiness = parts.Readiness;
        _output = parts.Issuer.Output;
        _printer = parts.Devices.Printer;
        _drawer = parts.Devices.Drawer;
    }

    /// <summary>44: lines, 1 to 99, or 1.</summary>
    internal FiscalError Feed(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 1, MaxLines, 1, out long lines);
        if (error == FiscalError.None) error = PrinterFree();
        if (error != FiscalError.None) return error;
        _printer.Feed((int)lines);
        answer.Ok();
        return FiscalError.None;
    }

    /// <summary>45: the register always listens to its host.</summary>
    internal FiscalError HostMode(DatecsRequest request, DatecsAnswer answer)
    {
        answer.Ok();
        return FiscalError.None;
    }

    /// <summary>46: cuts the paper.</summary>
    internal FiscalError Cut(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = PrinterFree();
        if (error != FiscalError.None) return error;
        _printer.Cut();
        answer.Ok();
        return FiscalError.None;
    }

    /// <summary>80: frequency in Hz and time in ms, of a buzzer that this register has not.</summary>
    internal FiscalError Beep(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, MaxWord, 0, out long _);
        if (error == FiscalError.None) error = DatecsFields.Integer(request, 1, 0, MaxWord, 0, out long _);
        if (error == FiscalError.None) answer.Ok();
        return error;
    }

    /// <summary>106: length of the pulse in ms.</summary>
    internal FiscalError OpenDrawer(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, MaxWord, DrawerPulse, out long milliseconds);
        if (error == FiscalError.None) error = PrinterFree();
        if (error != FiscalError.None) return error;
        _drawer.Open((int)milliseconds);
        answer.Ok();
        return FiscalError.None;
    }

    /// <summary>127, 202: stamp and logo; the only graphics of this register is the logotype of annex 4 to the norms.</summary>
    internal FiscalError Image(DatecsRequest request, DatecsAnswer answer) => FiscalError.NoGraphics;

    private FiscalError PrinterFree()
    {
        FiscalError error = _readiness.Printer();
        if (error != FiscalError.None) return error;
        if (!_output.IsDone) return _output.Obstacle;
        return _printer.Idle ? FiscalError.None : FiscalError.Busy;
    }
}
