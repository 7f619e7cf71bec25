using System.Xml.Linq;
using Nf.Firmware.Messages;
using Nf.Firmware.Online;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Messages;

/// <summary>The message of a day that a test register closed.</summary>
internal static class MessageSteps
{
    /// <summary>As text, made half a minute after the Z of 22:00 of the demo register's first day.</summary>
    public static string Message(this TestRegister register, int day, EventSlots? events = null, DateTime? made = null) =>
        TextSink.Of(Source(register, day, events, made));

    /// <summary>The root element of it.</summary>
    public static XElement Root(string message) => XDocument.Parse(message).Root!;

    /// <summary>The day's message as the firmware writes it.</summary>
    public static DayMessage Source(TestRegister register, int day, EventSlots? events = null, DateTime? made = null)
    {
        var core = register.Register;
        var message = new DayMessage(core.Identity, core.Log, new CardJournal(register.Card), events ?? NoEvents());
        message.Of(day, CivilTime.FromDateTime(made ?? new DateTime(2026, 11, 16, 22, 0, 30)));
        return message;
    }

    /// <summary>An empty memory of a module.</summary>
    public static EventSlots NoEvents() => new(new CellStore(new RamMemory(), 0x8000));
}
