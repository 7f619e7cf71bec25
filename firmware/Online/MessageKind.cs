namespace Nf.Firmware.Online;

/// <summary>What ANAF sent.</summary>
public enum MessageKind
{
    None,

    /// <summary>mP: profile, intervals, addresses (OPANAF 146/2018, annex 2, II.10).</summary>
    Profile,

    /// <summary>mReset: back to profile 0 until a date (II.11).</summary>
    Reset,

    /// <summary>raspuns: the answer to a message, with or without an mP inside (assumed).</summary>
    Answer,
}
