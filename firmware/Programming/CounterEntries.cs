using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>What a document does to the counters, kept in the spool with its lines and carried out after it is decided.</summary>
/// <remarks>
/// The entries are neither printed nor in the journal. They stand before the document's last line, and the output carries
/// them out on its way to that line: a document that is wholly on paper is wholly counted.
/// </remarks>
internal sealed class CounterEntries
{
    private const int ChangeLength = 19;
    private const int ChangesPerEntry = 12;
    private const int RestartFlag = 0x80;

    private readonly RegisterIdentity _identity;
    private readonly Spool _spool;
    private readonly Counters _counters;
    private readonly byte[] _entry = new byte[ChangeLength * ChangesPerEntry];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;

    internal CounterEntries(RegisterIdentity identity, Spool spool, Counters counters)
    {
        _identity = identity;
        _spool = spool;
        _counters = counters;
        _writer = new ByteWriter(_entry);
        _reader = new ByteReader(spool.Text);
    }

    internal void Begin() => _writer.Seek(0);

    /// <summary>The document adds this to a counter.</summary>
    internal void Add(CounterKind kind, int number, long count, long sum) => Put((int)kind, number, count, sum);

    /// <summary>The document has shown a counter, which begins anew.</summary>
    internal void Restart(CounterKind kind, int number) => Put((int)kind | RestartFlag, number, 0, 0);

    /// <summary>Spools what has been added since <see cref="Begin"/>.</summary>
    internal void End()
    {
        if (_writer.Position > 0) _spool.Add(_entry, _writer.Position, Spool.CounterEntry);
        Begin();
    }

    /// <summary>Carries out the entry that the spool read last.</summary>
    internal FiscalError CarryOut(PendingDocument document)
    {
        _reader.Seek(_spool.TextOffset);
        FiscalError error = FiscalError.None;
        for (int left = _spool.TextLength; left >= ChangeLength && error == FiscalError.None; left -= ChangeLength) error = CarryOutNext(document);
        return error;
    }

    private FiscalError CarryOutNext(PendingDocument document)
    {
        int what = _reader.U8();
        int number = _reader.U16();
        long count = _reader.I64();
        long sum = _reader.I64();
        var kind = (CounterKind)(what & ~RestartFlag);
        if ((what & RestartFlag) != 0) return _counters.Restart(kind, number, document);
        return _counters.Add(kind, number, count, sum, document);
    }

    // A trial before fiscalisation counts nowhere (norms, art. 103 (2)).
    private void Put(int what, int number, long count, long sum)
    {
        if (!_identity.IsFiscalised) return;
        if (_writer.Position == _entry.Length) End();
        _writer.U8(what);
        _writer.U16(number);
        _writer.I64(count);
        _writer.I64(sum);
    }
}
