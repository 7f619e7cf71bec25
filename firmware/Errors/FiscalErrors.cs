namespace Nf.Firmware.Errors;

/// <summary>What each error says to the operator, in Romanian: its cause and what to do next.</summary>
public static class FiscalErrors
{
    /// <summary>Fields of a host command that have error numbers of their own.</summary>
    public const int MaxField = 16;

    private const int SyntaxBase = -112100;
    private const int ValueBase = -112200;

    /// <summary>The form of a command's field is wrong: a letter where digits belong, a field that is missing.</summary>
    /// <param name="field">1..16, counted as the protocol's manual does.</param>
    public static FiscalError Syntax(int field) => (FiscalError)(SyntaxBase - field);

    /// <summary>A command's field has the right form and a value that is not possible.</summary>
    /// <param name="field">1..16.</param>
    public static FiscalError Value(int field) => (FiscalError)(ValueBase - field);

    /// <summary>What went wrong, at most 40 characters: "Lipsă hârtie". Empty for no error.</summary>
    public static string Cause(FiscalError error)
    {
        int field = Field(error, SyntaxBase);
        if (field > 0) return string.Concat("Câmpul ", field.ToString(), " are forma greșită");
        field = Field(error, ValueBase);
        if (field > 0) return string.Concat("Câmpul ", field.ToString(), " are o valoare greșită");
        string cause = ErrorCauses.Of(error);
        return cause.Length > 0 || error == FiscalError.None ? cause : "Eroare necunoscută";
    }

    /// <summary>What to do next, at most 80 characters: "Puneți o rolă nouă și închideți capacul". Empty for no error.</summary>
    public static string Next(FiscalError error)
    {
        if (Field(error, SyntaxBase) > 0 || Field(error, ValueBase) > 0) return ErrorSteps.Of(FiscalError.CommandSyntax);
        string step = ErrorSteps.Of(error);
        return step.Length > 0 || error == FiscalError.None ? step : ErrorSteps.Of(FiscalError.Internal);
    }

    /// <summary>The number is an error that has a cause and a next step.</summary>
    public static bool IsKnown(FiscalError error) =>
        Field(error, SyntaxBase) > 0 || Field(error, ValueBase) > 0 || ErrorCauses.Of(error).Length > 0;

    /// <summary>The error says that a command's form is wrong.</summary>
    public static bool IsSyntax(FiscalError error) => error == FiscalError.CommandSyntax || Field(error, SyntaxBase) > 0;

    /// <summary>The error says that the command belongs to another moment: the same command can be carried out later.</summary>
    public static bool IsNotPermitted(FiscalError error)
    {
        switch (error)
        {
            case FiscalError.CommandNotPermitted:
            case FiscalError.NotFiscalised:
            case FiscalError.AlreadyFiscalised:
            case FiscalError.ServiceSwitchNeeded:
            case FiscalError.ServicePasswordNeeded:
            case FiscalError.ServiceMode:
            case FiscalError.ManagerNeeded:
            case FiscalError.TrialOver:
            case FiscalError.ZReportNeeded:
            case FiscalError.DayTooLong:
            case FiscalError.ReceiptOpen:
            case FiscalError.ReceiptClosed:
            case FiscalError.FiscalReceiptOpen:
            case FiscalError.NonFiscalOpen:
            case FiscalError.ReceiptIssued:
            case FiscalError.NoItems:
            case FiscalError.PaymentBegun:
            case FiscalError.PaymentNotBegun:
                return true;
            default:
                return false;
        }
    }

    /// <summary>The error says that a sum would not fit its register.</summary>
    public static bool IsOverflow(FiscalError error)
    {
        switch (error)
        {
            case FiscalError.ProductTooLarge:
            case FiscalError.ReceiptOverflow:
            case FiscalError.DayOverflow:
                return true;
            default:
                return false;
        }
    }

    private static int Field(FiscalError error, int first)
    {
        int field = first - (int)error;
        return field > 0 && field <= MaxField ? field : 0;
    }
}
