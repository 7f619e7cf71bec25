using Nf.Firmware.Day;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Money;
using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Lays out the lines of a document and puts them into the spool.</summary>
internal sealed class DocumentWriter
{
    private readonly Spool _spool;

    internal DocumentWriter(Spool spool, int columns)
    {
        _spool = spool;
        Line = new DocumentLine(columns);
    }

    /// <summary>The line being laid out; whoever fills it clears it first.</summary>
    internal DocumentLine Line { get; }

    internal int Columns => Line.Columns;

    /// <summary>Spools <see cref="Line"/> as it is.</summary>
    internal void Put(LineStyle style) => Line.AddTo(_spool, (int)style);

    internal void Put() => Put(LineStyle.Normal);

    internal void Text(string text) => Text(text, LineStyle.Normal);

    internal void Text(string text, LineStyle style)
    {
        Line.Clear();
        Line.Add(text);
        Put(style);
    }

    internal void Centred(string text, LineStyle style)
    {
        Line.Clear();
        Line.Add(text);
        Line.Centre();
        Put(style);
    }

    /// <summary>Text in ISO-8859-16 on as many lines as it takes; words stay whole, unless one alone is too long.</summary>
    internal void Wrapped(byte[] text, int length, LineStyle style, TextAlign align)
    {
        for (int start = 0; start < length;)
        {
            int end = WordWrap.RowEnd(text, start, length, Columns);
            Line.Clear();
            int right = Line.StartRight();
            Line.Add(text, start, end - start);
            if (align == TextAlign.Centre) Line.Centre();
            if (align == TextAlign.Right) Line.AlignRight(right);
            Put(style);
            start = WordWrap.NextRow(text, end, length);
        }
    }

    internal void Separator()
    {
        Line.Clear();
        Line.Fill('-');
        Put();
    }

    /// <summary>A name on the left, an amount on the right.</summary>
    internal void Amount(string name, long bani) => Amount(name, bani, LineStyle.Normal);

    internal void Amount(string name, long bani, LineStyle style)
    {
        Line.Clear();
        Line.Add(name);
        PutAmount(bani, style);
    }

    /// <summary>Adds an amount on the right of what is on the line, and spools it.</summary>
    internal void PutAmount(long bani, LineStyle style)
    {
        int right = Line.StartRight();
        Line.AddAmount(bani);
        Line.AlignRight(right);
        Put(style);
    }

    internal void PutAmount(long bani) => PutAmount(bani, LineStyle.Normal);

    /// <summary>A name and a currency's code on the left, an amount in it on the right.</summary>
    internal void ForeignAmount(string name, ForeignCurrency currency, long hundredths, LineStyle style)
    {
        LayOutForeign(name, currency);
        PutAmount(hundredths, style);
    }

    internal void ForeignAmount(string name, ForeignCurrency currency, long hundredths) =>
        ForeignAmount(name, currency, hundredths, LineStyle.Normal);

    /// <summary>A name and a currency's code.</summary>
    internal void LayOutForeign(string name, ForeignCurrency currency)
    {
        Line.Clear();
        Line.Add(name);
        Line.Add(currency.Code, 0, ForeignCurrency.CodeLength);
    }

    /// <summary>A name on the left, a text on the right.</summary>
    internal void Pair(string name, string value)
    {
        Line.Clear();
        Line.Add(name);
        int right = Line.StartRight();
        Line.Add(value);
        Line.AlignRight(right);
        Put();
    }

    /// <summary>A name, a group's letter and rate on the left, an amount on the right: "TOTAL TVA A - 21%".</summary>
    internal void GroupAmount(string name, VatGroups groups, int group, long bani)
    {
        Line.Clear();
        Line.Add(name);
        Line.Add((byte)VatGroups.Letter(group));
        Line.Add(" - ");
        AddPercent(groups.Rate(group));
        PutAmount(bani);
    }

    /// <summary>A name on the left, a number on the right.</summary>
    internal void Number(string name, long number)
    {
        Line.Clear();
        Line.Add(name);
        int right = Line.StartRight();
        Line.AddNumber(number);
        Line.AlignRight(right);
        Put();
    }

    /// <summary>A name, how many, and the sum on the right.</summary>
    internal void Count(string name, int count, long sum)
    {
        Line.Clear();
        Line.Add(name);
        Line.Add(": ");
        Line.AddNumber(count);
        PutAmount(sum);
    }

    internal void Count(string name, Tally tally) => Count(name, tally.Count, tally.Sum);

    /// <summary>Date and time.</summary>
    internal void LayOutMoment(long now)
    {
        Line.Clear();
        Line.Add("DATA: ");
        Line.AddDate(now);
        Line.Add(" ORA: ");
        Line.AddTime(now);
    }

    /// <summary>"4.97050": a rate in hundred-thousandths.</summary>
    internal void AddRate(long rate)
    {
        Line.AddNumber(rate / 100000);
        Line.Add((byte)'.');
        Line.AddPadded(rate % 100000, 5);
    }

    /// <summary>"21%", "8.33%": a rate in hundredths of a percent, without zeros that say nothing.</summary>
    internal void AddPercent(int hundredths)
    {
        Line.AddNumber(hundredths / 100);
        int rest = hundredths % 100;
        if (rest != 0)
        {
            Line.Add((byte)'.');
            if (rest % 10 == 0) Line.AddNumber(rest / 10);
            else Line.AddPadded(rest, 2);
        }

        Line.Add((byte)'%');
    }

    /// <summary>The header that every document begins with (norms, art. 55); before fiscalisation with «probă» (art. 103 (2)).</summary>
    internal void Header(Header header, Fiscalisation identity)
    {
        for (int i = 0; i < header.Count; i++)
        {
            Line.Clear();
            Line.Add(header.Line(i), 0, header.Line(i).Length);
            Line.Centre();
            Put(i == 0 ? LineStyle.Bold : LineStyle.Normal);
        }

        if (identity.Series.Length == 0)
        {
            TrialMark();
            return;
        }

        Line.Clear();
        Line.Add("CIF: ");
        Line.Add(identity.FiscalCode);
        Line.Centre();
        Put();
    }

    /// <summary>The inscription of a document that counts nowhere.</summary>
    internal void TrialMark() => Centred("probă", LineStyle.Tall);

    internal void Cut()
    {
        Line.Clear();
        Line.AddTo(_spool, Spool.CutEntry);
    }

    /// <summary>A code for the printer alone.</summary>
    internal void PutSymbol(TextLine content, LineStyle style) => _spool.Add(content, (int)style);

    /// <summary>A line of the receipt records: not printed, not in the journal's text.</summary>
    internal void PutRecord(TextLine record) => _spool.Add(record, Spool.RecordEntry);

    /// <summary>A printed line that the day's hash leaves out.</summary>
    internal void PutUnhashed() => Line.AddTo(_spool, Spool.UnhashedEntry);
}
