using System.Globalization;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Rig.Switches;
using Nf.Emulator.Scenarios.Bench;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Rig;

/// <summary>Makes the board the register that a story wants: new, fiscalised with the demo shop's data over the host line, its clock set.</summary>
internal sealed class RigPreparation(RigSettings settings, RigPower power, IRigSwitch? service, DatecsClient host, Action settle)
{
    private const int SetClock = 61;
    private const int Fiscalise = 72;
    private const int Status = 74;
    private const int Mode = 149;
    private const int Service = 253;

    // The technician was there before the shop opens.
    private static readonly TimeSpan s_before = TimeSpan.FromMinutes(10);

    /// <summary>Does all of it.</summary>
    /// <exception cref="HostLinkException">The board does not answer.</exception>
    /// <exception cref="PreparationException">It refused something.</exception>
    /// <exception cref="SwitchException">A command of the rig's file failed.</exception>
    /// <exception cref="Serial.PortException">The relay board is not there.</exception>
    public void Do(BenchOrder order)
    {
        power.Restart();
        settle();
        host.Send(Status);
        if (settings.NewRegister is null)
        {
            // A register in use: its clock moves forward only, and only with a closed day; what it refuses is left.
            host.Send(SetClock, Moment(order.Start));
            return;
        }

        service?.Set(true);
        Technician(order.Start - s_before);
        settle();
        Must(Mode, "0");
        service?.Set(false);
        Must(SetClock, Moment(order.Start));
    }

    private void Technician(DateTime clock)
    {
        var shop = DemoShop.Order();
        Must(Service, "0", Visit.VisitPlan.FirstPassword);
        Must(SetClock, Moment(clock));
        for (var i = 0; i < DemoShop.HeaderLines.Count; i++) Must(43, "W", (i + 1).ToString(CultureInfo.InvariantCulture), DemoShop.HeaderLines[i]);
        Must(43, "W");
        Must(91, shop.Identity.SerialNumber);
        Must(83, "21.00", "11.00", "9.00", "0.00", "100.02");
        Must(Fiscalise, shop.Identity.Series, shop.Identity.FiscalCode, "1");
    }

    private void Must(int command, params string[] fields)
    {
        var reply = host.Send(command, fields);
        if (reply.Ok) return;
        var error = (FiscalError)reply.ErrorCode;
        throw new PreparationException($"the board refused command {command} while it was made ready: {reply.ErrorCode} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
    }

    private static string Moment(DateTime time) => time.ToString("dd-MM-yy HH:mm:ss", CultureInfo.InvariantCulture);
}
