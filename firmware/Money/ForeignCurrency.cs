using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Money;

/// <summary>The foreign currency that a buyer may pay in, with its rate (norms, art. 54 (4)).</summary>
public sealed class ForeignCurrency
{
    /// <summary>Letters of a code: EUR.</summary>
    public const int CodeLength = 3;

    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = CodeLength + 4;

    /// <summary>The highest rate, in hundred-thousandths of a leu for one unit: 9,999.99999.</summary>
    public const long MaxRate = 999999999;

    private const long RateUnit = 100000;

    /// <summary>The code's letters; three zeros while no currency is set.</summary>
    private readonly byte[] _code = new byte[CodeLength];

    /// <summary>Lei for one unit of the currency, in hundred-thousandths: 4.97050 is 497050. 0 while none is set.</summary>
    public long Rate { get; private set; }

    /// <summary>There are both code and rate.</summary>
    public bool IsSet => Rate > 0;

    /// <summary>There is a code; the rate may be missing.</summary>
    public bool HasCode => _code[0] != 0;

    /// <summary>The code, three letters, in ISO-8859-16.</summary>
    public byte[] Code => _code;

    /// <summary>Sets code and rate; an empty code and a rate of 0 set none.</summary>
    public FiscalError Set(string code, long rate)
    {
        bool none = code.Length == 0 && rate == 0;
        if (!none && (!IsCode(code) || rate <= 0 || rate > MaxRate)) return FiscalError.ValueWrong;
        for (int i = 0; i < CodeLength; i++) _code[i] = none ? (byte)0 : (byte)code[i];
        Rate = rate;
        return FiscalError.None;
    }

    /// <summary>Sets the code alone. Another one than before takes the rate away, which was not its own.</summary>
    /// <returns>False when these are not three capitals; nothing changes then.</returns>
    public bool SetCode(byte[] text, int length)
    {
        if (length != CodeLength) return false;
        bool isSame = true;
        for (int i = 0; i < CodeLength; i++)
        {
            if (text[i] < 'A' || text[i] > 'Z') return false;
            isSame &= text[i] == _code[i];
        }

        if (!isSame) Rate = 0;
        for (int i = 0; i < CodeLength; i++) _code[i] = text[i];
        return true;
    }

    /// <summary>Sets the rate of the code, 0 for none.</summary>
    /// <returns>False when there is no code; nothing changes then.</returns>
    public bool SetRate(long rate)
    {
        if (!HasCode) return false;
        Rate = rate;
        return true;
    }

    public void CopyFrom(ForeignCurrency other)
    {
        for (int i = 0; i < CodeLength; i++) _code[i] = other._code[i];
        Rate = other.Rate;
    }

    public void Clear()
    {
        for (int i = 0; i < CodeLength; i++) _code[i] = 0;
        Rate = 0;
    }

    /// <summary>What an amount is worth in bani, rounded half up.</summary>
    /// <param name="hundredths">0 to <see cref="Amount.MaxPrice"/> hundredths of the currency.</param>
    public long ToBani(long hundredths) => (2 * hundredths * Rate + RateUnit) / (2 * RateUnit);

    /// <summary>The least amount that is worth that many bani, in hundredths of the currency.</summary>
    public long Covering(long bani)
    {
        long hundredths = FromBani(bani);
        return ToBani(hundredths) < bani ? hundredths + 1 : hundredths;
    }

    /// <summary>That many bani in hundredths of the currency, rounded half up.</summary>
    /// <param name="bani">0 to <see cref="Amount.MaxReceipt"/>.</param>
    public long FromBani(long bani) => (2 * bani * RateUnit + Rate) / (2 * Rate);

    public void Save(ByteWriter writer)
    {
        writer.Bytes(_code, 0, CodeLength);
        writer.U32(Rate);
    }

    public void Load(ByteReader reader)
    {
        reader.Bytes(_code, 0, CodeLength);
        Rate = reader.U32();
    }

    private static bool IsCode(string code)
    {
        if (code.Length != CodeLength) return false;
        for (int i = 0; i < CodeLength; i++)
            if (code[i] < 'A' || code[i] > 'Z') return false;
        return true;
    }
}
