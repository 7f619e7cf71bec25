using Nf.Firmware.Bytes;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>All that a refused command may not change: state, receipt, paper, card, fiscal memory, what is committed.</summary>
internal static class RegisterMark
{
    private const int CommittedState = 0x0100;
    private const int CommittedLength = 0x1000;

    public static string Of(TestRegister register)
    {
        var machine = register.Register;
        var state = new byte[2048];
        machine.State.Save(new ByteWriter(state));
        var receipt = machine.Receipts.Receipt;
        var open = $"{receipt.IsOpen} {receipt.Lines} {receipt.Total} {receipt.Payments.Paid} {receipt.Payments.Count} {receipt.Voids.Count} "
            + $"{receipt.ItemDiscounts.Sum} {receipt.SubtotalDiscounts.Sum} {receipt.ItemSurcharges.Sum} {receipt.SubtotalSurcharges.Sum} {receipt.BuyerCode} {receipt.Till} {receipt.Operator}";
        var card = string.Join(' ', register.Card.Names.Select(name => $"{name}:{register.Card.Length(name)}"));
        var flash = $"{machine.Log.Records} {machine.Log.UsedSlots} {register.Hardware.FiscalMemory.Programs}";
        var committed = Convert.ToHexString(register.Fram(CommittedState, CommittedLength));
        return string.Join('\n', Convert.ToHexString(state), open, card, flash, register.Roll.Lines.Count, committed);
    }
}
