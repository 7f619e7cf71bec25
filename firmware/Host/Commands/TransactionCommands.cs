using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Sales;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands that ask how far the register is: 74 status, 76 state of the transaction, 103 sums of the receipt.</summary>
internal sealed class TransactionCommands
{
    private const int Closed = 0;
    private const int FiscalOpen = 1;
    private const int NonFiscalOpen = 5;

    private readonly StatusReport _status;
    private readonly OpenReceipt _receipt;
    private readonly ReceiptDesk _desk;
    private readonly NonFiscalDesk _free;
    private readonly DocumentOutput _output;
    private readonly IPrinter _printer;
    private readonly WorkingState _state;
    private readonly RegisterIdentity _identity;
    private readonly byte[] _bytes = new byte[FrameBytes.StatusLength];

    internal TransactionCommands(RegisterParts parts)
    {
        _status = parts.Status;
        _receipt = parts.Receipts.Receipt;
        _desk = parts.Receipts;
        _free = parts.NonFiscal;
        _output = parts.Issuer.Output;
        _printer = parts.Devices.Printer;
        _state = parts.State;
        _identity = parts.Identity;
    }

    private int Open => _receipt.IsOpen ? FiscalOpen : _free.IsOpen ? NonFiscalOpen : Closed;

    /// <summary>74: the status bytes as data; with "0", whether all is on paper, what is open, and the receipt's number.</summary>
    internal FiscalError Status(DatecsRequest request, DatecsAnswer answer)
    {
        if (!request.IsEmpty(0)) return Progress(request, answer);
        _status.Write(_bytes);
        answer.Ok();
        answer.Add(_bytes, 0, _bytes.Length);
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>76: what is open, number, its day's Z, fiscal memory, sale lines, total, paid; closed: of the last receipt.</summary>
    internal FiscalError State(DatecsRequest request, DatecsAnswer answer)
    {
        IssuedReceipts issued = _state.Issued;
        bool open = _receipt.IsOpen;
        answer.Ok();
        Number(answer, Open);
        Number(answer, open ? _desk.NextNumber : issued.LastNumber);
        Number(answer, open ? _state.OpenDay : issued.LastDay);
        answer.Add(_identity.Fiscal.Series);
        answer.Tab();
        Number(answer, open ? _receipt.Lines : issued.LastLines);
        Sum(answer, open ? _receipt.Total : issued.LastTotal);
        Sum(answer, open ? _receipt.Payments.Paid : issued.LastTotal);
        return FiscalError.None;
    }

    /// <summary>103: the open receipt's sums by group, A to G, and 1 when it bears a buyer's code.</summary>
    internal FiscalError Sums(DatecsRequest request, DatecsAnswer answer)
    {
        answer.Ok();
        for (int i = 0; i < VatGroups.Count; i++) Sum(answer, _receipt.IsOpen ? _receipt.Sums.Gross(i) : 0);
        Number(answer, _receipt.IsOpen && _receipt.BuyerCode.Length > 0 ? 1 : 0);
        return FiscalError.None;
    }

    private FiscalError Progress(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 0, out long _);
        if (error != FiscalError.None) return error;
        answer.Ok();
        Number(answer, _output.IsDone && _printer.Idle ? 1 : 0);
        Number(answer, Open);
        Number(answer, _receipt.IsOpen ? _desk.NextNumber : _state.Issued.LastNumber);
        return FiscalError.None;
    }

    private static void Number(DatecsAnswer answer, long number)
    {
        answer.AddNumber(number);
        answer.Tab();
    }

    private static void Sum(DatecsAnswer answer, long bani)
    {
        answer.AddAmount(bani);
        answer.Tab();
    }
}
