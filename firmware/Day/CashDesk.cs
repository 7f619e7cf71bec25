using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Day;

/// <summary>Service sums: change money put into the drawer and cash taken out of it (OUG 28/1999, art. 4 (7)).</summary>
public sealed class CashDesk
{
    private readonly WorkingState _state;
    private readonly DocumentIssuer _issuer;
    private readonly NonFiscalDocument _document;
    private readonly Readiness _readiness;

    internal CashDesk(WorkingState state, DocumentIssuer issuer, NonFiscalDocument document, Readiness readiness)
    {
        _state = state;
        _issuer = issuer;
        _document = document;
        _readiness = readiness;
    }

    /// <summary>The drawer after <see cref="Move"/>, bani.</summary>
    public long DrawerAfter(long bani) => _state.Totals.Drawer + bani;

    /// <summary>Puts cash in, or takes it out when negative. Busy: ask again.</summary>
    public FiscalError Move(long bani)
    {
        FiscalError error = _readiness.ForSale(out long now);
        if (error != FiscalError.None) return error;
        if (DrawerAfter(bani) < 0) return FiscalError.NotEnoughCash;
        if (DrawerAfter(bani) > Amount.MaxDay) return FiscalError.DayOverflow;
        _document.ServiceSum(now, bani, DrawerAfter(bani));
        error = _issuer.Measure();
        if (error != FiscalError.None) return error;
        _state.Totals.MoveCash(bani);
        return _issuer.Decide(DocumentKind.ServiceSum, now);
    }

    /// <summary>The foreign cash in the drawer after <see cref="MoveForeign"/>, in hundredths of the currency.</summary>
    public long ForeignAfter(long hundredths) => _state.Totals.Foreign.Drawer + hundredths;

    /// <summary>Puts foreign cash in, or takes it out when negative. Busy: ask again.</summary>
    public FiscalError MoveForeign(long hundredths)
    {
        if (!_state.Currency.IsSet) return FiscalError.ForeignNotSet;
        FiscalError error = _readiness.ForSale(out long now);
        if (error != FiscalError.None) return error;
        if (ForeignAfter(hundredths) < 0) return FiscalError.NotEnoughCash;
        if (ForeignAfter(hundredths) > Amount.MaxDay) return FiscalError.DayOverflow;
        _document.ForeignServiceSum(now, _state.Currency, hundredths, ForeignAfter(hundredths));
        error = _issuer.Measure();
        if (error != FiscalError.None) return error;
        _state.Totals.Foreign.Move(_state.Currency, hundredths);
        return _issuer.Decide(DocumentKind.ServiceSum, now);
    }
}
