namespace Nf.Firmware.Day;

/// <summary>Ways of payment, numbered as ANAF's messages number them (OPANAF 146/2018, annex 2, II.14).</summary>
public enum PaymentKind
{
    Card = 1,

    /// <summary>Cash in foreign currency; ANAF does not use the number and tells currencies apart by their code.</summary>
    ForeignCash = 2,
    Cash = 3,
    MealTickets = 4,
    ValueTickets = 5,
    Voucher = 6,
    Credit = 7,
    Modern = 8,
    Other = 9,
}

/// <summary>What stands on paper for each way of payment.</summary>
public static class PaymentNames
{
    /// <summary>The highest number of a <see cref="PaymentKind"/>.</summary>
    public const int Highest = 9;

    /// <summary>The printed name.</summary>
    public static string Of(PaymentKind kind)
    {
        switch (kind)
        {
            case PaymentKind.Card: return "CARD";
            case PaymentKind.ForeignCash: return "NUMERAR VALUTĂ";
            case PaymentKind.Cash: return "NUMERAR LEI";
            case PaymentKind.MealTickets: return "TICHETE MASĂ";
            case PaymentKind.ValueTickets: return "TICHETE VALORICE";
            case PaymentKind.Voucher: return "VOUCHER";
            case PaymentKind.Credit: return "CREDIT";
            case PaymentKind.Modern: return "PLATĂ MODERNĂ";
            case PaymentKind.Other: return "ALTE METODE";
            default: return null;
        }
    }
}
