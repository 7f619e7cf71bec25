using System.Xml.Linq;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>The identifiers of a day: their forms, and that all speak of the same register and Z (annex 2, II.1 to II.8).</summary>
internal static class IdentifierChecks
{
    private const int LastNumber = 9999;

    /// <summary>Checks a day.</summary>
    internal static void Check(XElement day, AnafId id, CheckList checks)
    {
        checks.Must("idR", AnafCode.BadIdentifier, ClosureProblem(DayView.Closure(day).Text("idR"), id));
        checks.Must("idB", AnafCode.BadIdentifier, ReceiptsProblem(day, id));
        checks.Must("mE", AnafCode.BadIdentifier, EventsProblem(day));
    }

    /// <summary>Null when the message's own identifier is right.</summary>
    internal static string? MessageProblem(AnafId? id, string text, string series)
    {
        if (id is null) return $"idM {text} is not a series, a moment{(text.Length > AnafId.PlainLength ? " and a Z number" : "")}";
        if (id.Series != series) return $"idM names register {id.Series}, the certificate {series}";
        return id.Z is 0 ? "Z number 0" : null;
    }

    private static string? ClosureProblem(string text, AnafId message)
    {
        if (AnafId.Read(text, AnafId.ZLength) is not { } id) return $"idR {text} is not a series, a moment and a Z number";
        if (id.Series != message.Series || id.Z != message.Z) return $"idR {text} is not of the register and Z of idM";
        return id.Moment > message.Moment ? "the Z is later than the message" : null;
    }

    private static string? ReceiptsProblem(XElement day, AnafId message)
    {
        var before = DateTime.MinValue;
        var number = 0;
        foreach (var receipt in DayView.Receipts(day))
        {
            number++;
            var text = receipt.Text("idB");
            if (AnafId.Read(text, AnafId.ReceiptLength) is not { } id) return $"idB {text} is not a series, a moment, a Z and a receipt number";
            if (id.Series != message.Series || id.Z != message.Z) return $"idB {text} is not of the register and Z of idM";
            if (id.Receipt != number && number <= LastNumber) return $"idB {text} is receipt {id.Receipt} where {number} must be";
            if (id.Moment < before) return $"receipt {number} is earlier than the one before it";
            if (id.Moment > message.Moment) return $"receipt {number} is later than the message";
            before = id.Moment;
        }

        return null;
    }

    private static string? EventsProblem(XElement day)
    {
        foreach (var e in day.Named("mE").SelectMany(events => events.Elements()))
        {
            var (from, to) = (AnafTime.ReadEvent(e.Text("dataI")), AnafTime.ReadEvent(e.Text("dataF")));
            if (from is null || to is null) return "an event's moment is not in the calendar";
            if (from > to) return $"the event of {e.Text("dataI")} ends before it begins";
        }

        return null;
    }
}
