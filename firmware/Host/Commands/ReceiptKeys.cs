using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Sales;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host.Commands;

/// <summary>The host's own key of a receipt, field 7 of command 48: with the same key there is no second receipt.</summary>
/// <remarks>
/// Assumption: the public protocol has no such field, and takes surplus ones at the end; it stands here and nowhere else.
/// </remarks>
internal sealed class ReceiptKeys
{
    /// <summary>Bytes of a key at most: a UUID with its dashes.</summary>
    internal const int MaxLength = 36;

    private const int Field = 6;

    private readonly OpenReceipt _receipt;
    private readonly IssuedReceipts _issued;
    private readonly RegisterIdentity _identity;

    internal ReceiptKeys(RegisterParts parts)
    {
        _receipt = parts.Receipts.Receipt;
        _issued = parts.State.Issued;
        _identity = parts.Identity;
    }

    /// <summary>Takes the key of the receipt about to be opened. One that was issued is named by the refusal's further fields.</summary>
    internal FiscalError Begin(DatecsRequest request, DatecsAnswer answer)
    {
        if (_receipt.IsOpen) return FiscalError.None;
        _issued.AnnounceNone();
        if (request.IsEmpty(Field)) return FiscalError.None;
        int offset = request.FieldOffset(Field);
        int length = request.FieldLength(Field);
        if (length > MaxLength || !IsPrintable(request.Data, offset, length)) return FiscalErrors.Syntax(Field + 1);
        if (_issued.Find(request.Data, offset, length, out int day, out int number))
        {
            Refuse(answer, day, number);
            return FiscalError.ReceiptIssued;
        }

        _issued.Announce(request.Data, offset, length);
        return FiscalError.None;
    }

    private static bool IsPrintable(byte[] data, int offset, int length)
    {
        for (int i = offset; i < offset + length; i++)
            if (data[i] < FrameBytes.FirstPrintable) return false;
        return true;
    }

    private void Refuse(DatecsAnswer answer, int day, int number)
    {
        answer.Refuse((int)FiscalError.ReceiptIssued);
        answer.AddNumber(number);
        answer.Tab();
        answer.AddNumber(day);
        answer.Tab();
        answer.Add(_identity.Fiscal.Series);
        answer.Tab();
    }
}
