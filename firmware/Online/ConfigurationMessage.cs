namespace Nf.Firmware.Online;

/// <summary>What one mP, mReset or raspuns says, as <see cref="ConfigurationParser"/> read it.</summary>
public sealed class ConfigurationMessage
{
    /// <summary>A number that the message does not give.</summary>
    public const int Absent = -1;

    public MessageKind Kind { get; set; }

    /// <summary>There is an mP: the message itself, or inside of an answer.</summary>
    public bool HasProfile { get; set; }

    /// <summary>Series in mP/idM, ten digits; empty in mReset, which bears none.</summary>
    public string Series { get; set; }

    /// <summary>Moment in idM of mP or mReset, seconds since 2000; always there.</summary>
    public long Moment { get; set; }

    /// <summary>tipP: 0 or 1.</summary>
    public int Profile { get; set; }

    /// <summary>data of mP, dataP of mReset: midnight of the day, seconds since 2000; <see cref="Absent"/>.</summary>
    public long Date { get; set; }

    /// <summary>afisM: the register does not work in normal parameters.</summary>
    public bool GoToService { get; set; }

    /// <summary>rapZ: 1 sends after the Z, 2 at nrT; <see cref="Absent"/>.</summary>
    public int SendMode { get; set; }

    /// <summary>nrZ, days, 1 to 9999; <see cref="Absent"/>.</summary>
    public int BlockingDays { get; set; }

    /// <summary>nrM, minutes, 1 to 999999; <see cref="Absent"/>.</summary>
    public int RetryMinutes { get; set; }

    /// <summary>nrT, minutes, 1 to 999999; <see cref="Absent"/>.</summary>
    public int SendMinutes { get; set; }

    /// <summary>There is a codD.</summary>
    public bool Unblocks { get; set; }

    /// <summary>codD; empty when it is too long to be a message's idM.</summary>
    public string UnblockCode { get; set; }

    /// <summary>Where the value of certANAF begins in the bytes that were parsed.</summary>
    public int CertificateStart { get; set; }

    /// <summary>Its length there; 0 when there is none.</summary>
    public int CertificateLength { get; set; }

    /// <summary>certA: renew the register's own certificate.</summary>
    public bool RenewsCertificate { get; set; }

    /// <summary>Addresses by category, 1 at index 0; null where none is given.</summary>
    public string[] Urls { get; } = new string[OnlineConfiguration.AddressTypes];

    /// <summary>idM of raspuns: the message that is answered.</summary>
    public string AnsweredId { get; set; }

    /// <summary>cod of raspuns: 0 taken over, 1 had it already, any other refuses.</summary>
    public int Code { get; set; }

    /// <summary>text of raspuns, what of it is ASCII; empty when there is none.</summary>
    public string Text { get; set; }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Kind = MessageKind.None;
        HasProfile = false;
        Series = "";
        Moment = 0;
        Profile = 0;
        Date = Absent;
        GoToService = false;
        SendMode = Absent;
        BlockingDays = Absent;
        RetryMinutes = Absent;
        SendMinutes = Absent;
        Unblocks = false;
        UnblockCode = "";
        CertificateStart = 0;
        CertificateLength = 0;
        RenewsCertificate = false;
        for (int i = 0; i < OnlineConfiguration.AddressTypes; i++) Urls[i] = null;
        AnsweredId = "";
        Code = Absent;
        Text = "";
    }
}
