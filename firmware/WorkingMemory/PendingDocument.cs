using Nf.Firmware.Bytes;

namespace Nf.Firmware.WorkingMemory;

/// <summary>What a document is. The values stand in the working memory.</summary>
public enum DocumentKind
{
    None = 0,
    Receipt = 1,
    CancelledReceipt = 2,
    ServiceSum = 3,
    ReportX = 4,
    ReportZ = 5,

    /// <summary>Tells on paper that a power cut interrupted the document before it.</summary>
    PowerNotice = 6,

    /// <summary>A page of a report from the fiscal memory or the journal, or of what is programmed.</summary>
    Report = 7,

    /// <summary>Tells that the working memory was lost and rebuilt.</summary>
    ResetNotice = 10,

    /// <summary>Tells that a journal medium was initialised.</summary>
    MediumNotice = 11,

    /// <summary>A host's own document that is no receipt.</summary>
    NonFiscal = 8,

    /// <summary>Tells what the register was fiscalised with.</summary>
    Fiscalisation = 20,

    /// <summary>Tells what a step of the online module's provisioning brought.</summary>
    Provisioning = 21,

    /// <summary>Tells what a test of the connection to ANAF's server found.</summary>
    ConnectionTest = 22,

    /// <summary>Tells that ANAF confirmed Z reports, or why it could not.</summary>
    SendingSlip = 23,

    /// <summary>Tells that another program runs, or that it could not be kept.</summary>
    Update = 24,
}

/// <summary>The document decided last: where its lines are and where they go. They get there whatever happens.</summary>
public sealed class PendingDocument
{
    /// <summary>Grows by one with each document; 0 when there was none yet.</summary>
    public long Id { get; set; }

    public DocumentKind Kind { get; set; }

    /// <summary>Bytes of its lines in the spool.</summary>
    public int SpoolBytes { get; set; }

    /// <summary>The check over those entries.</summary>
    public uint SpoolCheck { get; set; }

    /// <summary>Lines to print, the cut included.</summary>
    public int PrintLines { get; set; }

    /// <summary>The journal file that it belongs to: the number of the day's Z.</summary>
    public int File { get; set; }

    /// <summary>Where its text starts in the journal file.</summary>
    public int TextStart { get; set; }

    /// <summary>How long its text is there.</summary>
    public int TextBytes { get; set; }

    /// <summary>Where its receipt record starts in the file beside.</summary>
    public int RecordStart { get; set; }

    /// <summary>How long its receipt record is; 0 for documents that are not receipts.</summary>
    public int RecordBytes { get; set; }

    /// <summary>Forgets the document and its number.</summary>
    public void Clear()
    {
        Id = 0;
        Kind = DocumentKind.None;
        SpoolBytes = 0;
        PrintLines = 0;
        TextBytes = 0;
        RecordBytes = 0;
    }

    public void Save(ByteWriter writer)
    {
        writer.U32(Id);
        writer.U8((int)Kind);
        writer.U32(SpoolBytes);
        writer.U32(SpoolCheck);
        writer.U16(PrintLines);
        writer.U16(File);
        writer.U32(TextStart);
        writer.U32(TextBytes);
        writer.U32(RecordStart);
        writer.U16(RecordBytes);
    }

    public void Load(ByteReader reader)
    {
        Id = reader.U32();
        Kind = (DocumentKind)reader.U8();
        SpoolBytes = (int)reader.U32();
        SpoolCheck = (uint)reader.U32();
        PrintLines = reader.U16();
        File = reader.U16();
        TextStart = (int)reader.U32();
        TextBytes = (int)reader.U32();
        RecordStart = (int)reader.U32();
        RecordBytes = reader.U16();
    }
}
