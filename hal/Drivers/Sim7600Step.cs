namespace Nf.Hal.Drivers;

/// <summary>The steps from power-on to an address, in order.</summary>
internal enum Sim7600Step
{
    Probe,
    EchoOff,
    ErrorNumbers,
    AskPin,
    GivePin,
    SetClock,
    AccessPoint,
    Account,
    AskLte,
    AskPacket,
    Signal,
    NameFormat,
    Name,
    CloseOld,
    StopOld,
    ReceiveMode,
    StartService,
    Address,
}
