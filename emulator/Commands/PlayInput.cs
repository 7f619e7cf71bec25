using Nf.Emulator.FiscalNet;
using Nf.Emulator.Scripts;

namespace Nf.Emulator.Commands;

/// <summary>An input of <c>nf play</c>, read and understood.</summary>
/// <param name="FirstTime">The first time that it moves the clock to; null when it does not.</param>
/// <param name="Steps">What it asks for, in order.</param>
public sealed record PlayInput(DateTime? FirstTime, IEnumerable<IPlayStep> Steps)
{
    /// <summary>Reads a file of either kind; its content tells which.</summary>
    /// <exception cref="FiscalNetException">A line is wrong.</exception>
    /// <exception cref="ScriptException">A line is wrong.</exception>
    public static PlayInput Read(string file, byte[] content) =>
        ScriptReader.IsScript(content) ? OfScript(ScriptReader.Read(file, content)) : OfFiscalNet(FiscalNetReader.Read(file, content));

    private static PlayInput OfFiscalNet(IReadOnlyList<FiscalNetDocument> documents) => new(
        documents.OfType<FiscalNetDocument.ClockMove>().FirstOrDefault()?.Line.Time,
        documents.Select(document => new PlayStep(document, FiscalNetTranslator.Translate(document))).ToList());

    // A repeat may come to a million commands: they are made as they are played.
    private static PlayInput OfScript(IReadOnlyList<ScriptStep> script) => new(
        ScriptStep.Unroll(script).OfType<ScriptStep.MoveClock>().FirstOrDefault()?.Time,
        ScriptStep.Unroll(script).Select(step => step is ScriptStep.MoveClock move
            ? (IPlayStep)new ClockStep(move.Source, move.Time)
            : new CommandStep(((ScriptStep.Send)step).Command)));
}
