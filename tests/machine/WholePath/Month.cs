using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Schemas;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Online;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.WholePath;

/// <summary>A shop's register on virtual days, its network and its mains, and ANAF; whatever passes between them is looked at by others.</summary>
internal sealed class Month : IDisposable
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMinutes(31);

    // Taken over or not, none of these is a confirmation.
    private static readonly AnswerKind[] s_bad =
        [AnswerKind.Refuse, AnswerKind.OtherId, AnswerKind.HttpError, AnswerKind.Unsigned, AnswerKind.OtherSigner, AnswerKind.Garbage];

    private DateTime _date;
    private bool _isBad;
    private int _bad;

    /// <param name="seed">Of receipts and misfortunes.</param>
    /// <param name="first">The first day.</param>
    public Month(int seed, DateTime first)
    {
        _date = first;
        Trade = new RandomTrade(seed);
        Opinion = new SecondOpinion(Online.Desk.Authority);
        Host = new PatientHost(Online.Register, Online.Restart);
        Online.Host.Watch = Judge;
    }

    public OnlineRegister Online { get; } = OnlineRegister.Fiscalised();

    public RandomTrade Trade { get; }

    public SecondOpinion Opinion { get; }

    public PatientHost Host { get; }

    /// <summary>Certificates that were shown by the register, the newest last.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>The certificate that the register got by renewal.</summary>
    public string? Renewed { get; private set; }

    private Nf.Firmware.Register Register => Online.Register.Register;

    /// <summary>Days of trade up to one, that included.</summary>
    /// <param name="disturbed">With chance network, mains and ANAF's server fail.</param>
    public void TradeTo(int day, bool disturbed = false)
    {
        do Day(disturbed);
        while (_date.AddDays(-1).Day != day);
    }

    /// <summary>A technician's visit in the morning; it closes the day.</summary>
    public async Task VisitAsync()
    {
        At(8);
        using var site = new ShopSite(Online.Register);
        await using var server = await ShopSite.StartAnafAsync(Online.Desk, Online.Register);
        await site.VisitAsync(server, "ethernet");
        using var own = Opinion.Files(site.DriveFolder, OnlineRegister.Series, Online.Now);
        Assert.AreEqual(own.Thumbprint, Shown[^1], "the register shows the certificate that the technician brought");
        Trade.Closed(Register.Log.Count(RecordKind.Closure));
    }

    /// <summary>The network is away, and the shop trades on, until the register sells no more.</summary>
    /// <returns>Days that it closed meanwhile.</returns>
    public int TradeUntilBlocked()
    {
        Online.Internet.Down = true;
        var days = 0;
        for (At(8); Register.BlockedBy == FiscalError.None; At(8), days++) Day(disturbed: false);
        Assert.AreEqual(FiscalError.BlockedUnsent, Register.BlockedBy);
        return days;
    }

    /// <summary>The network is back, and the register has had the time to notice.</summary>
    public void NetworkBack()
    {
        Online.Internet.Down = false;
        Online.Register.Machine.Idle(s_retry);
        Online.Settle();
    }

    public void Dispose()
    {
        Opinion.Dispose();
        Online.Dispose();
    }

    private void Day(bool disturbed)
    {
        if (disturbed) Disturb();
        for (var hour = 8; hour < 20; hour += Trade.Chance.Next(1, 5))
        {
            At(hour, Trade.Chance.Next(60));
            Host.Carry(Trade.Receipt());
            if (disturbed && Trade.Chance.Next(8) == 0) Outage();
        }

        At(21);
        if (disturbed && !Online.Internet.Down && Trade.Chance.Next(2) == 0) AnswerBadly();
        Assert.IsTrue(Host.Send(69, "Z\t").Ok, "Z");
        Trade.Closed(Register.Log.Count(RecordKind.Closure));
        Host.Guarded(Online.Settle);
        Online.Register.Power.CutAt(-1, 0);
        if (disturbed && Trade.Chance.Next(3) > 0) NetworkBack();
        Assert.IsLessThanOrEqualTo(Online.Desk.Registers.Find(OnlineRegister.Series)!.LastZ ?? 0, Online.Outbox.LastConfirmed, "ANAF has what the register believes it has");
        _date = _date.AddDays(1);
    }

    // The network goes away for a day or some, the mains in the middle of some write.
    private void Disturb()
    {
        if (Trade.Chance.Next(3) == 0) Online.Internet.Down = true;
        if (Trade.Chance.Next(2) == 0) Online.Register.Power.CutAt(Online.Register.Power.Writes + Trade.Chance.Next(500), Trade.Chance.Next(64));
    }

    // Off for some minutes, with nobody selling.
    private void Outage() => Host.Guarded(() =>
    {
        Online.Register.Machine.RunToRest();
        Online.Register.Civil.Jump(TimeSpan.FromMinutes(Trade.Chance.Next(1, 20)));
        Online.Restart();
    });

    private void AnswerBadly()
    {
        _isBad = true;
        Online.Desk.Prepared.Add(new PreparedAnswer { Kind = s_bad[_bad++ % s_bad.Length] });
    }

    // An outage may have lasted beyond it, and no clock goes back.
    private void At(int hour, int minute = 0) => Host.Guarded(() =>
    {
        var time = _date.AddHours(hour).AddMinutes(minute);
        if (time > Online.Register.Civil.Now) Online.At(time);
    });

    private void Judge(AnafRequest request, AnafReply reply, DateTimeOffset at)
    {
        if (Shown.Count == 0 || Shown[^1] != request.Client.Thumbprint) Shown.Add(request.Client.Thumbprint);
        if (request.Path == "/certificat") JudgeRenewal(request, reply, at);
        else JudgeMessage(request, reply, at);
    }

    private void JudgeMessage(AnafRequest request, AnafReply reply, DateTimeOffset at)
    {
        var message = Opinion.Signed(request.Body, Shown, at, AnafDocumentKind.OrdinaryDay, AnafDocumentKind.Empty);
        (var isBad, _isBad) = (_isBad, false);
        if (isBad) return;
        Assert.AreEqual(200, reply.Status, System.Text.Encoding.UTF8.GetString(reply.Body));
        var answer = Opinion.OfAnaf(reply.Body, at);
        Assert.AreEqual("raspuns", answer.Name.LocalName);
        Assert.AreEqual(message.Attribute("idM")!.Value, answer.Attribute("idM")!.Value);
    }

    private void JudgeRenewal(AnafRequest request, AnafReply reply, DateTimeOffset at)
    {
        Opinion.Request(request.Body);
        using var certificate = Opinion.Issued(reply.Body, at);
        Renewed = certificate.Thumbprint;
    }
}
