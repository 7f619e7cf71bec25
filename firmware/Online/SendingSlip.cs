using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Programming;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>After a Z the server's confirmation, or why there is none, on paper, when the option for it is on.</summary>
/// <remarks>
/// A confirmation is printed once, whatever cuts the power: a cell says before the day is confirmed that a slip is due, and
/// just before that is decided which number it will have. A start that finds the cell with the day confirmed issues the
/// slip, unless that number was decided. A failure is told once for each Z, or not at all when power goes before its cell
/// is written. A cell that cannot be written costs the slip and nothing else.
/// </remarks>
internal sealed class SendingSlip
{
    private const int Nothing = 0;
    private const int Confirmation = 1;
    private const int Failure = 2;
    private const long NotNumbered = 4294967295;

    private readonly RegisterParts _parts;
    private readonly Outbox _outbox;
    private readonly SendingReport _report;
    private readonly byte[] _cell = new byte[SettingsLayout.SlipLength];
    private readonly ByteWriter _writer;
    private int _kind;
    private int _first;
    private int _last;
    private FiscalError _error;
    private int _failureTold;

    internal SendingSlip(RegisterParts parts, SendingReport report)
    {
        _parts = parts;
        _outbox = parts.Reporting.Outbox;
        _report = report;
        _writer = new ByteWriter(_cell);
    }

    /// <summary>A slip waits to be issued.</summary>
    internal bool IsDue => _kind != Nothing && IsOn;

    private bool IsOn => _parts.Shop.Options.IsOn(OptionId.PrintsResult);

    /// <summary>After a start, once the outbox is read: finds out whether a slip is still due.</summary>
    internal void Recover()
    {
        _kind = Nothing;
        _failureTold = 0;
        if (!_parts.Reporting.Cells.Read(SettingsLayout.Slip, _cell, SettingsLayout.SlipLength)) return;
        var reader = new ByteReader(_cell);
        _kind = reader.U8();
        _first = reader.U16();
        _last = reader.U16();
        _error = (FiscalError)(-(int)reader.U32());
        long number = reader.U32();
        _failureTold = reader.U16();
        // The day was not confirmed any more: it is sent again.
        if (_kind == Confirmation && _last > _outbox.LastConfirmed) _last = _outbox.LastConfirmed;
        if (_kind != Nothing && (_parts.State.Document.Id >= number || _last < _first)) Forget();
    }

    /// <summary>A day is about to be noted as confirmed by the server.</summary>
    internal void Confirming(int day)
    {
        if (!IsOn)
        {
            if (_kind != Nothing) Forget();
            return;
        }

        // Days that are sent together are told of together.
        if (_kind != Confirmation) _first = day;
        _kind = Confirmation;
        _last = day;
        _error = FiscalError.None;
        Write(NotNumbered);
    }

    /// <summary>Days could not be sent. What waits to be told of a confirmation goes first: the next attempt tells of this again.</summary>
    internal void Failed(FiscalError error)
    {
        if (!IsOn || _kind == Confirmation || _outbox.LastClosed == _failureTold) return;
        _kind = Failure;
        _first = _outbox.FirstUnsent;
        _last = _failureTold = _outbox.LastClosed;
        _error = error;
        Write(NotNumbered);
    }

    /// <summary>Decides the slip that is due; false when it cannot be now.</summary>
    internal bool Issue()
    {
        if (_parts.Readiness.ForReport(out long now) != FiscalError.None) return false;
        _report.LayOut(_first, _last, _error, now);
        DocumentIssuer issuer = _parts.Issuer;
        if (issuer.Measure() == FiscalError.None && Write(_parts.State.Document.Id + 1)
            && issuer.DecideKeepingAnswer(DocumentKind.SendingSlip, now) != FiscalError.None) return false;
        Forget();
        return true;
    }

    private bool Write(long document)
    {
        _writer.Seek(0);
        _writer.U8(_kind);
        _writer.U16(_first);
        _writer.U16(_last);
        _writer.U32(-(int)_error);
        _writer.U32(document);
        _writer.U16(_failureTold);
        if (_parts.Reporting.Cells.Write(SettingsLayout.Slip, _cell, SettingsLayout.SlipLength) == FiscalError.None) return true;
        _kind = Nothing;
        return false;
    }

    private void Forget()
    {
        _kind = Nothing;
        Write(NotNumbered);
    }
}
