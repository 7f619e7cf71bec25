using Nf.Firmware.Access;
using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Identity;

/// <summary>What is programmed and not yet in the fiscal memory.</summary>
/// <remarks>
/// Before fiscalisation header, VAT groups and serial number are kept in cells and stand in the identity, so that trials
/// print them; none of the 16 header changes is used up. After it only a header is drafted, in RAM, until it is complete.
/// </remarks>
internal sealed class Staging
{
    private readonly CellStore _cells;
    private readonly RegisterIdentity _identity;
    private readonly byte[] _cell = new byte[AccessLayout.HeaderLineLength];
    private readonly Header _draft = new Header();
    private bool _hasDraft;

    internal Staging(CellStore cells, RegisterIdentity identity)
    {
        _cells = cells;
        _identity = identity;
    }

    /// <summary>The header as it is being programmed; the one in use while nobody programs.</summary>
    internal Header Header => _hasDraft ? _draft : _identity.Header;

    /// <summary>Once, at start, after the identity: what was programmed before a restart is there again.</summary>
    internal void Load()
    {
        _hasDraft = false;
        if (_identity.IsFiscalised) return;
        _identity.Fiscal.VatPayer = true;
        for (int i = 0; i < FiscalMemory.Header.MaxLines; i++)
            if (_cells.Read(AccessLayout.HeaderLine(i), _cell, AccessLayout.HeaderLineLength) && _cell[0] <= FiscalMemory.Header.MaxLength)
                _identity.Header.SetLine(i, _cell, 1, _cell[0]);
        if (_cells.Read(AccessLayout.Groups, _cell, VatGroups.SavedLength)) _identity.Groups.Load(new ByteReader(_cell));
        if (_cells.Read(AccessLayout.Serial, _cell, Fiscalisation.SerialLength)) _identity.Fiscal.SerialNumber = Serial();
    }

    /// <summary>Programs one line of the header, from 0.</summary>
    internal FiscalError SetHeaderLine(int line, byte[] text, int length)
    {
        if (!_hasDraft) _draft.CopyFrom(_identity.Header);
        _draft.SetLine(line, text, 0, length);
        _hasDraft = _identity.IsFiscalised;
        if (_hasDraft) return FiscalError.None;
        if (!_draft.FitsRecord) return FiscalError.HeaderTooLong;
        _cell[0] = (byte)length;
        for (int i = 1; i < _cell.Length; i++) _cell[i] = i <= length ? text[i - 1] : (byte)0;
        FiscalError error = _cells.Write(AccessLayout.HeaderLine(line), _cell, AccessLayout.HeaderLineLength);
        if (error == FiscalError.None) _identity.Header.CopyFrom(_draft);
        return error;
    }

    /// <summary>The draft was saved.</summary>
    internal void ForgetDraft() => _hasDraft = false;

    /// <summary>Takes away everything that is programmed before fiscalisation.</summary>
    internal FiscalError Clear()
    {
        FiscalError error = FiscalError.None;
        for (int i = FiscalMemory.Header.MaxLines - 1; i >= 0 && error == FiscalError.None; i--) error = SetHeaderLine(i, _cell, 0);
        if (error == FiscalError.None) error = SetGroups(new VatGroups(), 0);
        return error == FiscalError.None ? SetSerial("") : error;
    }

    internal FiscalError SetGroups(VatGroups groups, long now)
    {
        groups.Save(new ByteWriter(_cell));
        FiscalError error = _cells.Write(AccessLayout.Groups, _cell, VatGroups.SavedLength);
        if (error != FiscalError.None) return error;
        _identity.Groups.Load(new ByteReader(_cell));
        _identity.Groups.SetAt = now;
        return FiscalError.None;
    }

    /// <summary>At most 12 characters.</summary>
    internal FiscalError SetSerial(string serial)
    {
        for (int i = Latin16.Write(serial, _cell, 0, Fiscalisation.SerialLength); i < Fiscalisation.SerialLength; i++) _cell[i] = (byte)' ';
        FiscalError error = _cells.Write(AccessLayout.Serial, _cell, Fiscalisation.SerialLength);
        if (error == FiscalError.None) _identity.Fiscal.SerialNumber = serial;
        return error;
    }

    private string Serial()
    {
        int length = Fiscalisation.SerialLength;
        while (length > 0 && _cell[length - 1] == ' ') length--;
        return Latin16.ToText(_cell, 0, length);
    }
}
