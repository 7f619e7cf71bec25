using Nf.Firmware.Errors;

namespace Nf.Firmware.Host.Commands;

/// <summary>The variables of 255 that stand for what this register has not: a name of the protocol, refused as such.</summary>
internal static class AbsentVariables
{
    /// <summary>Refuses one; the value of field 1 when the protocol has no such name.</summary>
    internal static FiscalError Execute(DatecsRequest request)
    {
        for (int i = 0; i < Names.Length; i++)
            if (request.FieldEquals(0, Names[i])) return FiscalError.VariableAbsent;
        for (int i = 0; i < Families.Length; i++)
            if (StartsWith(request, Families[i])) return FiscalError.VariableAbsent;
        return FiscalErrors.Value(1);
    }

    private static bool StartsWith(DatecsRequest request, string text)
    {
        if (request.FieldLength(0) < text.Length) return false;
        int offset = request.FieldOffset(0);
        for (int i = 0; i < text.Length; i++)
            if (request.Data[offset + i] != text[i]) return false;
        return true;
    }

    // Bluetooth, network, modem and SIM, keys, barcode and paper adjustments, the profile of the online connection.
    private static readonly string[] Families =
    {
        "Bth", "LAN", "Lan", "APN", "Sim", "DsblKey", "Key", "Profile_", "EcrScaleBar", "Nap", "Pinpad",
    };

    private static readonly string[] Names =
    {
        "PrnQuality", "PaperCuttingType", "BarCodeHeight", "BarcodeName", "Line_spacing", "TimeOutBeforePrintFlush", "BackFeedSteps",
        "EcrOnlyAdminOpenShift", "EcrNumberBarcode", "EcrLogReport", "EcrLogNumber",
        "AutoPowerOff", "BkLight_AutoOff", "PluDiscountName", "StlDiscountName", "DPxx_PluCode", "OperPasw", "LastValiddate", "nRBonDailyCount", "ProfileType",
        "NetInterfaceToUse", "DHCPenable", "IMEI", "ModemModel", "UNP", "StornoUNP", "ServMessage", "ServiceDate",
    };
}
