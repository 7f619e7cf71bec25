using Nf.Firmware.Bytes;
using Nf.Firmware.Text;
using Nf.Firmware.Time;

namespace Nf.Firmware.Online;

/// <summary>What ANAF configured: profile, intervals, addresses (OPANAF 146/2018, annex 2, II.10). A new register is in profile 0.</summary>
public sealed class OnlineConfiguration
{
    /// <summary>Bytes of the longest saved form.</summary>
    public const int MaxSavedLength = 22 + AddressTypes * (1 + MaxUrl);

    /// <summary>rapZ: sends right after the Z report; what holds when nothing is said, too.</summary>
    public const int AfterReport = 1;

    /// <summary>rapZ: sends every nrT minutes.</summary>
    public const int AtInterval = 2;

    /// <summary>Categories of addresses (annex 3), from 1.</summary>
    public const int AddressTypes = 5;

    private const int MaxUrl = 50;

    private readonly string[] _urls = { "", "", "", "", "" };

    /// <summary>Moment in the idM of the message that was applied last, seconds since 2000; 0 when there was none.</summary>
    public long Moment { get; private set; }

    /// <summary>The profile until <see cref="ChangesAt"/>.</summary>
    public int Profile { get; private set; }

    /// <summary>The profile from then on.</summary>
    public int NextProfile { get; private set; }

    /// <summary>From when on the next profile holds, seconds since 2000; 0 when no change is under way.</summary>
    public long ChangesAt { get; private set; }

    /// <summary>nrZ: so many days after the oldest unsent Z no receipt is issued; 0 while nothing was configured.</summary>
    public int BlockingDays { get; private set; }

    /// <summary>nrM: minutes between attempts while something is unsent.</summary>
    public int RetryMinutes { get; private set; }

    /// <summary>nrT: minutes between sendings when they do not follow the Z.</summary>
    public int SendMinutes { get; private set; }

    /// <summary>rapZ: <see cref="AfterReport"/> or <see cref="AtInterval"/>.</summary>
    public int SendMode { get; private set; } = AfterReport;

    /// <summary>afisM: ANAF says that the register does not work normally.</summary>
    public bool GoToService { get; private set; }

    /// <summary>certA: the register's certificate is to be renewed, and is not yet.</summary>
    public bool RenewalDue { get; set; }

    /// <summary>The profile at a moment.</summary>
    public int ProfileAt(long now) => ChangesAt != 0 && now >= ChangesAt ? NextProfile : Profile;

    /// <summary>The change of profile that was due has happened.</summary>
    internal void EndChange()
    {
        Profile = NextProfile;
        ChangesAt = 0;
    }

    /// <summary>The address of a category, 1 to 5; empty when there is none.</summary>
    public string Url(int type) => _urls[type - 1];

    /// <summary>Takes what a message says; what it does not say stays.</summary>
    /// <param name="message">Checked before.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal void Take(ConfigurationMessage message, long now)
    {
        Moment = message.Moment;
        if (message.Kind == MessageKind.Reset)
        {
            // The day named is the last one in profile 0 (II.11).
            Profile = 0;
            NextProfile = 1;
            ChangesAt = message.Date + CivilTime.SecondsPerDay;
            return;
        }

        bool isLater = message.Date > now;
        Profile = ProfileAt(now);
        NextProfile = message.Profile;
        ChangesAt = Profile == NextProfile ? 0 : isLater ? message.Date : now;
        if (message.BlockingDays != ConfigurationMessage.Absent) BlockingDays = message.BlockingDays;
        if (message.RetryMinutes != ConfigurationMessage.Absent) RetryMinutes = message.RetryMinutes;
        if (message.SendMinutes != ConfigurationMessage.Absent) SendMinutes = message.SendMinutes;
        if (message.SendMode != ConfigurationMessage.Absent) SendMode = message.SendMode;
        GoToService = message.GoToService;
        if (message.RenewsCertificate) RenewalDue = true;
        for (int i = 0; i < _urls.Length; i++)
            if (message.Urls[i] != null) _urls[i] = message.Urls[i];
    }

    internal void Save(ByteWriter writer)
    {
        writer.U32(Moment);
        writer.U8(Profile);
        writer.U8(NextProfile);
        writer.U32(ChangesAt);
        writer.U16(BlockingDays);
        writer.U32(RetryMinutes);
        writer.U32(SendMinutes);
        writer.U8(SendMode);
        writer.U8((GoToService ? 1 : 0) | (RenewalDue ? 2 : 0));
        for (int i = 0; i < _urls.Length; i++)
        {
            writer.U8(_urls[i].Length);
            for (int k = 0; k < _urls[i].Length; k++) writer.U8(Latin16.FromUnicode(_urls[i][k]));
        }
    }

    internal void Load(ByteReader reader)
    {
        Moment = reader.U32();
        Profile = reader.U8();
        NextProfile = reader.U8();
        ChangesAt = reader.U32();
        BlockingDays = reader.U16();
        RetryMinutes = (int)reader.U32();
        SendMinutes = (int)reader.U32();
        SendMode = reader.U8();
        int flags = reader.U8();
        GoToService = (flags & 1) != 0;
        RenewalDue = (flags & 2) != 0;
        var text = new byte[MaxUrl];
        for (int i = 0; i < _urls.Length; i++)
        {
            int length = reader.U8();
            reader.Bytes(text, 0, length);
            _urls[i] = Latin16.ToText(text, 0, length);
        }
    }
}
