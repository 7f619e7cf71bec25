using Nf.Firmware.Errors;
using Nf.Firmware.Online;

namespace Nf.Firmware.Host.Commands;

/// <summary>The variables of 255 that are settings of the ways out; of passwords and the PIN only that there is one is read.</summary>
internal sealed class NetworkVariables
{
    /// <summary>What stands for a secret that is set.</summary>
    private const string Hidden = "*";

    private readonly RegisterParts _parts;
    private readonly NetworkSettings _settings;

    internal NetworkVariables(RegisterParts parts, NetworkSettings settings)
    {
        _parts = parts;
        _settings = settings;
    }

    /// <summary>Reads or writes one; the value of field 1 when the name is not one of these. Spaces take a setting away.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer, bool reads)
    {
        if (request.FieldEquals(0, "DHCPenable")) return Dhcp(request, answer, reads);
        for (int i = 0; i < Names.Length; i++)
        {
            if (!request.FieldEquals(0, Names[i])) continue;
            return reads ? Read(answer, (NetworkField)i) : Write(request, (NetworkField)i);
        }

        return FiscalErrors.Value(1);
    }

    private FiscalError Read(DatecsAnswer answer, NetworkField field)
    {
        string text = _settings.Text(field);
        answer.Add(IsSecret(field) && text.Length > 0 ? Hidden : text);
        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError Write(DatecsRequest request, NetworkField field)
    {
        FiscalError error = _parts.Access.Manager();
        if (error != FiscalError.None) return error;
        int offset = request.FieldOffset(2);
        int count = request.FieldLength(2);
        while (count > 0 && request.Data[offset + count - 1] == ' ') count--;
        // What was read must not be written back as the secret itself.
        if (IsSecret(field) && request.FieldEquals(2, Hidden)) return FiscalErrors.Value(3);
        if (!NetworkRules.Accepts(field, request.Data, offset, count)) return FiscalErrors.Value(3);
        return _settings.Write(field, request.Data, offset, count);
    }

    // On is no fixed address; off alone, without an address, would be none at all.
    private FiscalError Dhcp(DatecsRequest request, DatecsAnswer answer, bool reads)
    {
        bool asks = _settings.Text(NetworkField.Address).Length == 0;
        if (reads)
        {
            answer.AddNumber(asks ? 1 : 0);
            answer.Tab();
            return FiscalError.None;
        }

        FiscalError error = _parts.Access.Manager();
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, 0, 1, out long value);
        if (error != FiscalError.None) return error;
        if (value == 0) return asks ? FiscalErrors.Value(3) : FiscalError.None;
        return _settings.Write(NetworkField.Address, request.Data, 0, 0);
    }

    private static bool IsSecret(NetworkField field) =>
        field == NetworkField.AccessPointPassword || field == NetworkField.Pin || field == NetworkField.WifiPassword;

    // In the order of NetworkField. The names of Wi-Fi are the register's own: the protocol's list has none.
    private static readonly string[] Names =
    {
        "NetInterfaceToUse", "APN", "APN_User", "APN_Pass", "SimPin", "WiFi_SSID", "WiFi_Pass", "LAN_IP", "LAN_NetMask", "LAN_Gateway",
        "LAN_PriDNS",
    };
}
