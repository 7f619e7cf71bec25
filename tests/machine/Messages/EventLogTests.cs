using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Messages;

/// <summary>Outages of power and network, until a message has them.</summary>
[TestClass]
public sealed class EventLogTests
{
    private static readonly long s_noon = CivilTime.FromDateTime(new DateTime(2026, 11, 16, 12, 0, 0));

    [TestMethod]
    public void Power_is_away_from_the_last_sign_of_life_to_the_next_start()
    {
        var core = Rig.TestRegister.Fiscalised().Register;
        var events = new EventLog(new CellStore(new RamMemory(), 0x8000), core.Log, core.State);
        events.PowerUp(s_noon);
        events.Alive(s_noon + 59);
        events.Alive(s_noon + 61);
        events.Load();
        events.PowerUp(s_noon + 61 + 59);
        Assert.AreEqual(-1, events.Slots.Next(0, EventKind.None, -1), "shorter than a minute");
        events.Load();
        events.PowerUp(s_noon + 1000);
        var slot = events.Slots.Next(0, EventKind.Power, -1);
        Assert.AreEqual((s_noon + 120, s_noon + 1000), (events.Slots.Begin(slot), events.Slots.End(slot)));
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 3 (1) c)")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.8")]
    public void A_register_that_was_off_tells_of_it_in_the_days_message()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 0).Receipt("1.00");
        online.Register.Machine.Idle(TimeSpan.FromMinutes(2));
        online.Register.Civil.Jump(TimeSpan.FromMinutes(30));
        online.PowerOn();
        online.Register.At(22, 0).CloseDay();
        online.MakeMessages();
        var root = MessageSteps.Root(System.Text.Encoding.UTF8.GetString(MessageMakerTests.Content(online.File("Z0001.P7B"))));
        var e = root.Elements().Last().Elements().Single();
        Assert.AreEqual("1", e.Attribute("tipE")!.Value);
        Assert.AreEqual(-1, online.Reporting.Events.Slots.Next(0, EventKind.None, -1), "the message has it");
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 7")]
    public void An_outage_over_a_Z_is_divided_by_it()
    {
        var online = new OnlineRegister();
        online.Register.At(9, 0).Receipt("1.00");
        online.Reporting.Events.NetworkLost(s_noon);
        online.Register.At(13, 0).Receipt("1.00");
        online.Register.At(22, 0).CloseDay();
        online.MakeMessages();
        online.Register.Receipt("1.00");
        online.Reporting.Events.NetworkBack(s_noon + 11 * 3600);
        online.Register.At(23, 30).CloseDay();
        online.MakeMessages();
        Assert.AreEqual("1 16.11.2026 12:00:00 16.11.2026 22:00:00", Events(online, 1));
        Assert.AreEqual("1 16.11.2026 22:00:00 16.11.2026 23:00:00", Events(online, 2));
    }

    [TestMethod]
    public void When_all_places_are_taken_the_oldest_two_of_a_kind_become_one()
    {
        var slots = MessageSteps.NoEvents();
        for (var i = 0; i < EventSlots.Capacity; i++)
            Assert.AreEqual(FiscalError.None, slots.Add(i == 0 ? EventKind.Power : EventKind.Network, s_noon + 100 * i, s_noon + 100 * i + 50, 1, false));
        Assert.AreEqual(FiscalError.None, slots.Add(EventKind.Power, s_noon + 100_000, s_noon + 100_100, 0, false));
        var power = slots.Next(0, EventKind.Power, -1);
        Assert.AreEqual(s_noon + 50, slots.End(power), "one of its kind is left alone");
        var network = slots.Next(0, EventKind.Network, -1);
        Assert.AreEqual((s_noon + 100, s_noon + 250, 2), (slots.Begin(network), slots.End(network), slots.Receipts(network)));
        Assert.AreEqual(s_noon + 300, slots.Begin(slots.Next(0, EventKind.Network, network)));
    }

    private static string Events(OnlineRegister online, int day)
    {
        var root = MessageSteps.Root(System.Text.Encoding.UTF8.GetString(MessageMakerTests.Content(online.File($"Z{day:0000}.P7B"))));
        var events = root.Elements().Last();
        var e = events.Elements().Single();
        return $"{events.Attribute("nrB")!.Value} {e.Attribute("dataI")!.Value} {e.Attribute("dataF")!.Value}";
    }
}
