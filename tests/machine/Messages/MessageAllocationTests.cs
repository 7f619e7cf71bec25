using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Messages;
using Nf.Firmware.Time;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Core;

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
        var meter = new AllocationMeter();
        var message = new DayMessage(core.Identity, core.Log, new CardJournal(new MeteredCard(online.Register.Card, meter)), online.Reporting.Events.Slots);
        var signed = new SignedMessage(online.Reporting.Signer);
        message.Of(1, begin + 50_010);
        var length = Make(message, signed, online.Reporting.Signer.Module, meter);
        Assert.IsGreaterThan(50_000, length);
        Assert.IsLessThan(Most, meter.Bytes, $"{length} bytes written");
    }

    // What is behind the card's bus and in the secure element is not the register's.
    private static int Make(DayMessage message, SignedMessage signed, ICryptoModule module, AllocationMeter meter)
    {
        var sink = new CountingSink();
        signed.Begin(message, 1);
        FiscalError error;
        do
        {
            var isModules = module.IsBusy;
            if (!isModules) meter.Enter();
            error = signed.Turn();
            if (!isModules) meter.Leave();
        }
        while (error == FiscalError.Busy);
        Assert.AreEqual(FiscalError.None, error);
        meter.Enter();
        signed.BeginWriting();
        do error = signed.WriteNext(sink);
        while (error == FiscalError.Busy);
        meter.Leave();
        Assert.AreEqual(FiscalError.None, error);
        Assert.AreEqual(signed.Length, sink.Length);
        return sink.Length;
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
