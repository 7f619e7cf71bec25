using System.Globalization;

namespace Nf.Emulator.FiscalNet;

/// <summary>One line of the FiscalNet language, its values read. Printed, it is the line again.</summary>
public abstract record FiscalNetLine(SourceLine Source)
{
    /// <summary>The line as the language writes it.</summary>
    protected abstract string Text { get; }

    /// <summary>The line as the language writes it.</summary>
    public sealed override string ToString() => Text;

    /// <summary><c>S^</c>: a sale. Price in bani, quantity in thousandths, VAT group 1 (A) to 5 (E).</summary>
    public sealed record Sale(
        SourceLine Source, string Name, long Price, long Quantity, string Unit, int VatGroup, int Department)
        : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"S^{Name}^{Price}^{Quantity}^{Unit}^{VatGroup}^{Department}";
    }

    /// <summary><c>DP^ DV^ MP^ MV^</c>: changes what went before. Value in hundredths of a percent or in bani.</summary>
    public sealed record Adjust(SourceLine Source, Adjustment Kind, long Value) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"{Mark}^{Value}";

        private string Mark => Kind switch
        {
            Adjustment.DiscountPercent => "DP",
            Adjustment.DiscountSum => "DV",
            Adjustment.SurchargePercent => "MP",
            _ => "MV",
        };
    }

    /// <summary><c>CF^</c>: the buyer's fiscal code.</summary>
    public sealed record Buyer(SourceLine Source, string Code) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"CF^{Code}";
    }

    /// <summary><c>ST^</c>: a subtotal.</summary>
    public sealed record Subtotal(SourceLine Source) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => "ST^";
    }

    /// <summary><c>TL^</c>: a line of text on the receipt.</summary>
    public sealed record Note(SourceLine Source, string Words) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"TL^{Words}";
    }

    /// <summary><c>VS^</c>: takes the last item back.</summary>
    public sealed record VoidLast(SourceLine Source) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => "VS^";
    }

    /// <summary><c>P^</c>: a payment of type 1 to 8; no amount pays the rest.</summary>
    public sealed record Payment(SourceLine Source, int Type, long? Amount) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"P^{Type}^{Amount}";
    }

    /// <summary><c>VB^</c>: cancels the receipt.</summary>
    public sealed record Cancel(SourceLine Source) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => "VB^";
    }

    /// <summary><c>X^</c> or <c>Z^</c>: a report; the kind is that letter.</summary>
    public sealed record Report(SourceLine Source, char Kind) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"{Kind}^";
    }

    /// <summary><c>I^</c> or <c>O^</c>: a service sum in bani, put into the drawer or taken out.</summary>
    public sealed record ServiceSum(SourceLine Source, bool In, long Amount) : FiscalNetLine(Source)
    {
        /// <inheritdoc/>
        protected override string Text => $"{(In ? 'I' : 'O')}^{Amount}";
    }

    /// <summary><c>@</c>: moves the virtual clock forward to a local time.</summary>
    public sealed record Clock(SourceLine Source, DateTime Time) : FiscalNetLine(Source)
    {
        /// <summary>How the time is written.</summary>
        public const string Format = "yyyy-MM-dd HH:mm:ss";

        /// <inheritdoc/>
        protected override string Text => "@" + Time.ToString(Format, CultureInfo.InvariantCulture);
    }
}
