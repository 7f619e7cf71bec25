using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Host;
using Nf.Firmware.Money;
using Nf.Hal.Crypto;

namespace Nf.Firmware.WorkingMemory;

/// <summary>All that the register must remember between two commits. One commit replaces it as a whole.</summary>
public sealed class WorkingState
{
    private readonly byte[] _scratch = new byte[ScratchLength];

    /// <summary>The series of the register that this memory belongs to, as a number: another register's memory is no use here.</summary>
    public long Owner { get; set; }

    /// <summary>How many resets of the working memory there were: so many records of them the fiscal memory must have.</summary>
    public int Resets { get; set; }

    /// <summary>Number of the last closed day.</summary>
    public int LastZ { get; set; }

    /// <summary>The journal medium in use.</summary>
    public int Medium { get; set; }

    /// <summary>When the day's first receipt was issued, seconds since 2000; 0 while there was none.</summary>
    public long FirstReceipt { get; set; }

    /// <summary>Time of the newest document, seconds since 2000: the clock may not be before it.</summary>
    public long NewestTime { get; set; }

    /// <summary>Sum of all closed days, bani.</summary>
    public long GrandTotal { get; set; }

    /// <summary>VAT of all closed days, bani.</summary>
    public long GrandVat { get; set; }

    /// <summary>Bytes of the day's journal file, the pending document included.</summary>
    public int TextLength { get; set; }

    /// <summary>Bytes of the day's receipt records, the pending document's included.</summary>
    public int RecordLength { get; set; }

    /// <summary>
    /// A Z report is written to the spool and its fiscal memory record is about to be: the day is closed if and only if
    /// that record is there.
    /// </summary>
    public bool ClosurePending { get; set; }

    public DayTotals Totals { get; } = new DayTotals();

    /// <summary>The foreign currency that buyers may pay in; changes with a closed day only.</summary>
    public ForeignCurrency Currency { get; } = new ForeignCurrency();

    /// <summary>The hash over the day's journal lines so far.</summary>
    public Sha256 DayHash { get; } = new Sha256();

    public IssuedReceipts Issued { get; } = new IssuedReceipts();

    public PendingDocument Document { get; } = new PendingDocument();

    /// <summary>The host's last command that changed something, with its answer.</summary>
    public RememberedAnswer LastAnswer { get; } = new RememberedAnswer();

    private const int ScratchLength = Sha256.StateLength > RememberedAnswer.SavedLength ? Sha256.StateLength : RememberedAnswer.SavedLength;

    /// <summary>Number of the day that is open: its Z report will bear it.</summary>
    public int OpenDay => LastZ + 1;

    /// <summary>Takes the trials' sums and counters away; the document decided last goes on to paper.</summary>
    public void ForgetTrials()
    {
        LastZ = 0;
        NewestTime = 0;
        GrandTotal = 0;
        GrandVat = 0;
        ClearDay();
        Issued.Clear();
    }

    /// <summary>
    /// Writes what the day's journal must keep to rebuild the open day: everything that a closure clears, and the receipt
    /// issued last.
    /// </summary>
    public void SaveDay(ByteWriter writer)
    {
        writer.U32(FirstReceipt);
        writer.U32(NewestTime);
        writer.U32(TextLength);
        Totals.Save(writer);
        Issued.SaveLast(writer);
    }

    /// <summary>Reads what <see cref="SaveDay"/> wrote.</summary>
    public void LoadDay(ByteReader reader)
    {
        FirstReceipt = reader.U32();
        NewestTime = reader.U32();
        TextLength = (int)reader.U32();
        Totals.Load(reader);
        Issued.LoadLast(reader);
        // One currency at one rate in a day: what the day was paid in is what it may still be paid in.
        Currency.CopyFrom(Totals.Foreign.Currency);
    }

    /// <summary>Forgets everything, as in a memory that was never used.</summary>
    public void Clear()
    {
        LastZ = 0;
        NewestTime = 0;
        GrandTotal = 0;
        GrandVat = 0;
        ClearDay();
        Currency.Clear();
        Issued.Clear();
        Document.Clear();
        LastAnswer.Clear();
    }

    /// <summary>Forgets the open day: a new one has not begun.</summary>
    public void ClearDay()
    {
        FirstReceipt = 0;
        TextLength = 0;
        RecordLength = 0;
        ClosurePending = false;
        Totals.Clear();
        DayHash.Reset();
    }

    public void Save(ByteWriter writer)
    {
        writer.I64(Owner);
        writer.U16(Resets);
        writer.U16(LastZ);
        writer.U16(Medium);
        writer.U32(FirstReceipt);
        writer.U32(NewestTime);
        writer.I64(GrandTotal);
        writer.I64(GrandVat);
        writer.U32(TextLength);
        writer.U32(RecordLength);
        writer.U8(ClosurePending ? 1 : 0);
        Totals.Save(writer);
        Currency.Save(writer);
        DayHash.Save(_scratch, 0);
        writer.Bytes(_scratch, 0, Sha256.StateLength);
        Document.Save(writer);
        writer.Bytes(_scratch, 0, LastAnswer.Save(_scratch, 0));
        Issued.Save(writer);
    }

    public void Load(ByteReader reader)
    {
        Owner = reader.I64();
        Resets = reader.U16();
        LastZ = reader.U16();
        Medium = reader.U16();
        FirstReceipt = reader.U32();
        NewestTime = reader.U32();
        GrandTotal = reader.I64();
        GrandVat = reader.I64();
        TextLength = (int)reader.U32();
        RecordLength = (int)reader.U32();
        ClosurePending = reader.U8() == 1;
        Totals.Load(reader);
        Currency.Load(reader);
        reader.Bytes(_scratch, 0, Sha256.StateLength);
        DayHash.Load(_scratch, 0);
        Document.Load(reader);
        reader.Bytes(_scratch, 0, RememberedAnswer.HeaderLength);
        reader.Bytes(_scratch, RememberedAnswer.HeaderLength, RememberedAnswer.RestLength(_scratch, 0));
        LastAnswer.Load(_scratch, 0);
        Issued.Load(reader);
    }
}
