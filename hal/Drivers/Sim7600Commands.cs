using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The command of each step that brings the module up.</summary>
internal sealed class Sim7600Commands
{
    private const int ProbeTime = 500;

    private readonly AtChannel _at;
    private readonly IClock _clock;

    internal Sim7600Commands(AtChannel at, IClock clock)
    {
        _at = at;
        _clock = clock;
    }

    /// <summary>Sends the command of a step.</summary>
    internal void Send(Sim7600Step step, LinkSettings settings)
    {
        switch (step)
        {
            case Sim7600Step.Probe: _at.Send("AT", ProbeTime); break;
            case Sim7600Step.EchoOff: _at.Send("ATE0", Sim7600Start.CommandTime); break;
            case Sim7600Step.ErrorNumbers: _at.Send("AT+CMEE=1", Sim7600Start.CommandTime); break;
            case Sim7600Step.AskPin: _at.Send("AT+CPIN?", "+CPIN:", Sim7600Start.CommandTime); break;
            case Sim7600Step.GivePin: _at.Send("AT+CPIN=\"" + settings.Pin + "\"", Sim7600Start.CommandTime); break;
            case Sim7600Step.SetClock: SendClock(); break;
            case Sim7600Step.AccessPoint: _at.Send("AT+CGDCONT=1,\"IP\",\"" + settings.AccessPoint + "\"", Sim7600Start.CommandTime); break;
            case Sim7600Step.Account: SendAccount(settings); break;
            case Sim7600Step.AskLte: _at.Send("AT+CEREG?", "+CEREG:", Sim7600Start.CommandTime); break;
            case Sim7600Step.AskPacket: _at.Send("AT+CGREG?", "+CGREG:", Sim7600Start.CommandTime); break;
            case Sim7600Step.Signal: _at.Send("AT+CSQ", "+CSQ:", Sim7600Start.CommandTime); break;
            case Sim7600Step.NameFormat: _at.Send("AT+COPS=3,0", Sim7600Start.CommandTime); break;
            case Sim7600Step.Name: _at.Send("AT+COPS?", "+COPS:", Sim7600Start.CommandTime); break;
            case Sim7600Step.CloseOld: _at.Send("AT+CCHCLOSE=0", Sim7600Start.CommandTime); break;
            case Sim7600Step.StopOld: _at.Send("AT+CCHSTOP", Sim7600Start.CommandTime); break;
            // No report of what was sent; received data wait in the module until they are asked for.
            case Sim7600Step.ReceiveMode: _at.Send("AT+CCHSET=0,1", Sim7600Start.CommandTime); break;
            case Sim7600Step.StartService: _at.Send("AT+CCHSTART", "+CCHSTART:", Sim7600Start.NetworkTime); break;
            default: _at.Send("AT+CCHADDR", "+CCHADDR:", Sim7600Start.CommandTime); break;
        }
    }

    // Local time with the zone of winter, in quarters of an hour: in summer the module is an hour ahead of the world,
    // which shortens a certificate's life by that hour and lengthens none's.
    private void SendClock()
    {
        if (_clock.Read(out DateTime now) != DeviceResult.Ok)
        {
            // A wrong time lets nobody in: the handshake fails.
            _at.Send("AT", Sim7600Start.CommandTime);
            return;
        }

        string date = TwoDigits(now.Year % 100) + "/" + TwoDigits(now.Month) + "/" + TwoDigits(now.Day);
        string time = TwoDigits(now.Hour) + ":" + TwoDigits(now.Minute) + ":" + TwoDigits(now.Second);
        _at.Send("AT+CCLK=\"" + date + "," + time + "+08\"", Sim7600Start.CommandTime);
    }

    // Password before user, as both series have it; 1 is PAP, 0 none.
    private void SendAccount(LinkSettings settings)
    {
        if (settings.AccessPointUser.Length == 0) _at.Send("AT+CGAUTH=1,0", Sim7600Start.CommandTime);
        else _at.Send("AT+CGAUTH=1,1,\"" + settings.AccessPointPassword + "\",\"" + settings.AccessPointUser + "\"", Sim7600Start.CommandTime);
    }

    private static string TwoDigits(int value) => (value < 10 ? "0" : "") + value.ToString();
}
