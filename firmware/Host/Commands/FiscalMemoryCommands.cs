using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Text;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host.Commands;

/// <summary>What the fiscal memory holds, as answers: 64 last Z, 68 closures left, 86 last record, 89 test, 116 raw bytes.</summary>
internal sealed class FiscalMemoryCommands
{
    /// <summary>Most bytes of one answer of 116.</summary>
    private const int MaxRaw = 104;

    /// <summary>Slots that one step of 89 reads.</summary>
    private const int SlotsPerStep = 16;

    private readonly FiscalMemoryLog _log;
    private readonly IFiscalMemory _memory;
    private readonly byte[] _bytes = new byte[MaxRaw];
    private readonly byte[] _text = new byte[24];
    private int _tested;

    internal FiscalMemoryCommands(RegisterParts parts)
    {
        _log = parts.Log;
        _memory = parts.Devices.FiscalMemory;
    }

    /// <summary>64: type 0 sums, 1 VAT. Answer: Z number, A to G, receipts with a buyer's code, date.</summary>
    internal FiscalError LastClosure(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 1, 0, out long type);
        if (error != FiscalError.None) return error;
        if (_log.Count(RecordKind.Closure) == 0) return FiscalError.NoRecords;
        if (!_log.ReadLatest(RecordKind.Closure)) return FiscalError.FiscalMemoryDamaged;
        var closure = new ClosureRecord();
        closure.Load(_log.Payload);
        DayTotals day = closure.Totals;
        answer.Ok();
        answer.AddNumber(closure.Number);
        answer.Tab();
        for (int i = 0; i < VatGroups.Count; i++) Sum(answer, type == 0 ? day.Gross(i) : day.Vat(i));
        Sum(answer, type == 0 ? day.BuyerTotal : day.BuyerVat);
        answer.Add(_text, 0, CivilTime.WriteShortDate(_text, 0, _log.Time));
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>68: daily closures that still fit.</summary>
    internal FiscalError ClosuresLeft(DatecsRequest request, DatecsAnswer answer)
    {
        if (!_log.Answers()) return FiscalError.FiscalMemoryMissing;
        return Left(answer);
    }

    /// <summary>86: moment of the newest record, whatever it says.</summary>
    internal FiscalError LastMoment(DatecsRequest request, DatecsAnswer answer)
    {
        if (_log.Records == 0) return FiscalError.NoRecords;
        int length = CivilTime.WriteDate(_text, 0, _log.NewestTime);
        _text[length++] = (byte)' ';
        length += CivilTime.WriteTime(_text, length, _log.NewestTime);
        answer.Ok();
        answer.Add(_text, 0, length);
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>89: reads every record and its check, some at a turn; a record that does not hold is damage.</summary>
    /// <remarks>Writing for a test is refused: a cell that is written once cannot be tested and then used.</remarks>
    internal FiscalError Test(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 1, 0, out long write);
        if (error != FiscalError.None) return error;
        if (write == 1) return FiscalError.MemoryTestRefused;
        if (!_log.Answers()) return Tested(FiscalError.FiscalMemoryMissing);
        for (int i = 0; i < SlotsPerStep && _tested < _log.UsedSlots; i++, _tested++)
            if (!_log.Read(_tested) && _log.ReadHead(_tested)) return Tested(FiscalError.FiscalMemoryDamaged);
        return _tested < _log.UsedSlots ? FiscalError.Busy : Tested(Left(answer));
    }

    /// <summary>116: bytes as they are on the chip, from an address in hexadecimal.</summary>
    internal FiscalError Raw(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 0, out _);
        if (error != FiscalError.None) return error;
        if (!TryHex(request, 1, out int address)) return FiscalErrors.Syntax(2);
        error = DatecsFields.Integer(request, 2, 1, MaxRaw, out long count);
        if (error != FiscalError.None) return error;
        if (_memory.Capacity == 0) return FiscalError.FiscalMemoryMissing;
        if (address > _memory.Capacity - count) return FiscalErrors.Value(2);
        if (_memory.Read(address, _bytes, 0, (int)count) != DeviceResult.Ok) return FiscalError.FiscalMemoryMissing;
        answer.Ok();
        for (int i = 0; i < count; i++)
        {
            _text[0] = HexText.High(_bytes[i]);
            _text[1] = HexText.Low(_bytes[i]);
            answer.Add(_text, 0, 2);
        }

        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError Left(DatecsAnswer answer)
    {
        answer.Ok();
        answer.AddNumber(_log.ClosuresLeft);
        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError Tested(FiscalError result)
    {
        _tested = 0;
        return result;
    }

    private static bool TryHex(DatecsRequest request, int field, out int value)
    {
        value = 0;
        int length = request.FieldLength(field);
        if (length == 0 || length > 6) return false;
        for (int i = 0; i < length; i++)
        {
            int digit = HexText.Value(request.Data[request.FieldOffset(field) + i]);
            if (digit < 0) return false;
            value = value << 4 | digit;
        }

        return true;
    }

    private static void Sum(DatecsAnswer answer, long bani)
    {
        answer.AddAmount(bani);
        answer.Tab();
    }
}
