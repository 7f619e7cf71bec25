using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Messages;

/// <summary>What ANAF calls the kinds of registers (OPANAF 146/2018, annex 2, II.12, and annex 3).</summary>
internal static class RegisterTypes
{
    /// <summary>The letter in the register's message (mReg, tip_amef).</summary>
    internal static string Letter(RegisterType type) => type == RegisterType.Airport ? "A" : "U";

    /// <summary>The category of the address that the register's messages go to (mP, url, tip).</summary>
    internal static int AddressType(RegisterType type) => type == RegisterType.Airport ? 4 : 1;
}
