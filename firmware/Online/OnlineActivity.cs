namespace Nf.Firmware.Online;

/// <summary>What the online module does at a moment.</summary>
public enum OnlineActivity
{
    /// <summary>Nothing: there is nothing to do, or its time has not come.</summary>
    Waiting,

    /// <summary>Makes a day's message and signs it.</summary>
    Signing,

    /// <summary>Brings a way out up.</summary>
    Connecting,

    /// <summary>Talks with ANAF's server.</summary>
    Sending,

    /// <summary>Checks the server's answer and obeys it.</summary>
    Checking,

    /// <summary>Renews the register's certificate.</summary>
    Renewing,

    /// <summary>Imports a file of the technician's.</summary>
    Importing,

    /// <summary>Tests the connection.</summary>
    Testing,
}
