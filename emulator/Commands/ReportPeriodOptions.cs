using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Nf.Emulator.Commands;

/// <summary>The period of a report or an export: by dates, or by numbers of Z reports.</summary>
internal sealed class ReportPeriodOptions
{
    private const int ByDate = 94;
    private const int ByNumber = 95;

    private readonly Option<DateOnly?> _from = Date("--from", "First day, yyyy-MM-dd.");
    private readonly Option<DateOnly?> _to = Date("--to", "Last day, yyyy-MM-dd.");
    private readonly Option<int?> _firstZ = new("--z-from") { HelpName = "Z", Description = "Number of the first Z report." };
    private readonly Option<int?> _lastZ = new("--z-to") { HelpName = "Z", Description = "Number of the last Z report." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _from, _to, _firstZ, _lastZ }) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (IsGiven(result, _from, _to) && IsGiven(result, _firstZ, _lastZ)) result.AddError("a period is given by dates or by Z numbers, not by both");
        });
    }

    /// <summary>The host command of the period, and its fields first and last.</summary>
    public (int Command, string First, string Last) Of(ParseResult result)
    {
        if (result.GetValue(_from) is null && result.GetValue(_to) is null)
            return (ByNumber, Number(result.GetValue(_firstZ)), Number(result.GetValue(_lastZ)));
        return (ByDate, Day(result.GetValue(_from)), Day(result.GetValue(_to)));
    }

    private static bool IsGiven(CommandResult result, params Option[] options) => options.Any(option => result.GetResult(option) is not null);

    private static string Number(int? z) => z?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("dd-MM-yy", CultureInfo.InvariantCulture) ?? "";

    private static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} takes a date as yyyy-MM-dd, not '{result.Tokens[0].Value}'");
            return null;
        },
    };
}
