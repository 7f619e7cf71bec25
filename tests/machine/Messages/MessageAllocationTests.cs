using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Messages;
using Nf.Firmware.Time;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Messages;

/// <summary>A day's message is never held whole: for 500 receipts, signed, at most 16 KB beyond what the register has.</summary>
[TestClass]
public sealed class MessageAllocationTests
{
    private const int Most = 16 * 1024;

    [TestMethod]
    public void Message_of_500_receipts_signed()
    {
        var online = new OnlineRegister();
        var core = online.Register.Register;
        var begin = CivilTime.FromDateTime(new DateTime(2026, 11, 17, 8, 0, 0));
        var day = new RandomDay(core.Identity, new Random(4));
        day.Sell(begin, 500);
        online.Register.Card.Append("Z0001.TXT", [10], 0, 1);
        online.Register.Card.Append("Z0001.REC", day.Records, 0, day.Records.Length);
        var payload = new byte[ClosureRecord.SavedLength];
        Assert.AreEqual(FiscalError.None, core.Log.Append(RecordKind.Closure, begin + 50_000, payload, day.SaveClosure(payload, 1)));
        Make(online, begin + 50_010);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sink = Make(online, begin + 50_020);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.IsGreaterThan(50_000, sink.Length);
        Assert.IsLessThan(Most, allocated, $"{sink.Length} bytes written");
    }

    // The parts are made anew: what they hold counts, too.
    private static CountingSink Make(OnlineRegister online, long moment)
    {
        var core = online.Register.Register;
        var message = new DayMessage(core.Identity, core.Log, new CardJournal(online.Register.Card), online.Reporting.Events.Slots);
        var signed = new SignedMessage(online.Reporting.Signer);
        var sink = new CountingSink();
        message.Of(1, moment);
        signed.Begin(message, moment);
        FiscalError error;
        do error = signed.Turn();
        while (error == FiscalError.Busy);
        Assert.AreEqual(FiscalError.None, error);
        signed.BeginWriting();
        do error = signed.WriteNext(sink);
        while (error == FiscalError.Busy);
        Assert.AreEqual(FiscalError.None, error);
        Assert.AreEqual(signed.Length, sink.Length);
        return sink;
    }

    private sealed class CountingSink : IByteSink
    {
        public int Length { get; private set; }

        public FiscalError Write(byte[] bytes, int offset, int count)
        {
            Length += count;
            return FiscalError.None;
        }
    }
}
