using System;
using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>What the ways out need to know, a cell each in the module's memory; one that was not given, or was lost, is empty.</summary>
/// <remarks>docs/reference/network.md says what each may be.</remarks>
public sealed class NetworkSettings
{
    /// <summary>Characters of the longest setting.</summary>
    public const int MaxLength = 63;

    private const int Start = 0x08800;
    private const int CellSize = 1 + MaxLength + CellStore.Overhead;
    private const string DefaultOrder = "123";

    private static readonly byte[] Mark = { (byte)'1' };

    private readonly CellStore _cells;
    private readonly byte[] _cell = new byte[1 + MaxLength];

    public NetworkSettings(CellStore cells) => _cells = cells;

    /// <summary>A setting; empty when there is none.</summary>
    public string Text(NetworkField field)
    {
        if (!_cells.Read(Address(field), _cell, _cell.Length) || _cell[0] > MaxLength) return "";
        return Latin16.ToText(_cell, 1, _cell[0]);
    }

    /// <summary>The ways out to try, in order, as digits of <see cref="NetworkField.Order"/>.</summary>
    public string Order()
    {
        string order = Text(NetworkField.Order);
        return order.Length == 0 ? DefaultOrder : order;
    }

    /// <summary>Writes a setting that <see cref="NetworkRules"/> accepted; another PIN may be tried again.</summary>
    public FiscalError Write(NetworkField field, byte[] text, int offset, int count)
    {
        bool isNew = !IsStored(field, text, offset, count);
        FiscalError error = Put(field, text, offset, count);
        if (error != FiscalError.None || field != NetworkField.Pin || !isNew) return error;
        return Put(NetworkField.RefusedPin, text, offset, 0);
    }

    /// <summary>The SIM refused the PIN: it is not tried again, a restart included, until another one is written.</summary>
    public FiscalError RefusePin() => IsPinRefused() ? FiscalError.None : Put(NetworkField.RefusedPin, Mark, 0, Mark.Length);

    /// <summary>The PIN that is programmed is the one that the SIM refused.</summary>
    public bool IsPinRefused() => _cells.Read(Address(NetworkField.RefusedPin), _cell, _cell.Length) && _cell[0] > 0;

    /// <summary>The settings as a link takes them; a refused PIN is left out.</summary>
    public LinkSettings ForLink() => new LinkSettings
    {
        Pin = IsPinRefused() ? "" : Text(NetworkField.Pin),
        AccessPoint = Text(NetworkField.AccessPoint),
        AccessPointUser = Text(NetworkField.AccessPointUser),
        AccessPointPassword = Text(NetworkField.AccessPointPassword),
        WifiName = Text(NetworkField.WifiName),
        WifiPassword = Text(NetworkField.WifiPassword),
        Address = Text(NetworkField.Address),
        Mask = Text(NetworkField.Mask),
        Gateway = Text(NetworkField.Gateway),
        NameServer = Text(NetworkField.NameServer),
    };

    private FiscalError Put(NetworkField field, byte[] text, int offset, int count)
    {
        Array.Clear(_cell, 0, _cell.Length);
        _cell[0] = (byte)count;
        Array.Copy(text, offset, _cell, 1, count);
        return _cells.Write(Address(field), _cell, _cell.Length);
    }

    private bool IsStored(NetworkField field, byte[] text, int offset, int count)
    {
        if (!_cells.Read(Address(field), _cell, _cell.Length)) return count == 0;
        if (_cell[0] != count) return false;
        for (int i = 0; i < count; i++)
            if (_cell[1 + i] != text[offset + i]) return false;
        return true;
    }

    private static int Address(NetworkField field) => Start + (int)field * CellSize;
}
