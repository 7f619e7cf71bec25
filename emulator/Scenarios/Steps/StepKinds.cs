using System.Globalization;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>Every word that a step may begin with; the schema has the same.</summary>
public static class StepKinds
{
    private static readonly HostStep s_open = new(48, SaleSteps.Open, opens: true);

    /// <summary>The kinds by their words.</summary>
    public static IReadOnlyDictionary<string, IStepKind> ByWord { get; } = new Dictionary<string, IStepKind>
    {
        ["open"] = s_open,
        ["sell"] = new HostStep(49, SaleSteps.Sell, sells: true),
        ["void"] = new HostStep(49, SaleSteps.TakeBack, sells: true),
        ["subtotal"] = new HostStep(51, SaleSteps.Subtotal),
        ["pay"] = new HostStep(53, SaleSteps.Pay, SaleSteps.CheckPayment),
        ["close"] = new HostStep(56, _ => [], opens: false),
        ["cancel"] = new HostStep(60, _ => [], opens: false),
        ["X report"] = new HostStep(69, _ => ["X"]),
        ["Z report"] = new HostStep(69, _ => ["Z"]),
        ["month report"] = new HostStep(94, MonthReport),
        ["month for ANAF"] = new HostStep(128, said => ["A", Month(said, "MM-yy", 0)]),
        ["cash in"] = new HostStep(70, said => ["0", said["amount"]!.Text]),
        ["cash out"] = new HostStep(70, said => ["1", said["amount"]!.Text]),
        ["set clock"] = new HostStep(61, said => [StoryValues.Moment(said["to"]!).ToString("dd-MM-yy HH:mm:ss", CultureInfo.InvariantCulture)]),
        ["command"] = new CommandStep(),
        ["bytes"] = new BytesStep(),
        ["repeat"] = new RepeatStep(),
        ["fault"] = new FaultStep(true),
        ["mend"] = new FaultStep(false),
        ["fault while printing"] = new PrintingFaultStep(),
        ["service switch"] = new ServiceSwitchStep(),
        ["power"] = new PowerStep(),
        ["power cut"] = new PowerCutStep(),
        ["lose"] = new LoseStep(),
        ["wait"] = new WaitStep(),
        ["wait until rest"] = new RestStep(),
        ["time comes to"] = new ClockStep(true),
        ["clock is turned to"] = new ClockStep(false),
        ["expect"] = new ExpectStep(),
    };

    /// <summary>Opens a receipt as the step of that name does, with nothing said about it.</summary>
    internal static void Open(StoryRun run, StoryNode seller) => s_open.Play(run, seller.Silent());

    private static string[] MonthReport(StoryNode said) =>
        [said["detailed"]?.Text == "true" ? "1" : "0", Month(said, "dd-MM-yy", 0), Month(said, "dd-MM-yy", 1)];

    // The month's first day, or with one month more its last.
    private static string Month(StoryNode said, string form, int more)
    {
        var first = StoryValues.Month(said["month"]!);
        return (more == 0 ? first : first.AddMonths(more).AddDays(-1)).ToString(form, CultureInfo.InvariantCulture);
    }
}
