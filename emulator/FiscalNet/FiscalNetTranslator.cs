namespace Nf.Emulator.FiscalNet;

/// <summary>Turns a document into the commands of the host protocol that a register takes. It sends nothing.</summary>
public static class FiscalNetTranslator
{
    /// <summary>The commands in the order in which they are sent; none for a move of the clock.</summary>
    /// <exception cref="FiscalNetException">The lines do not make a receipt.</exception>
    public static IReadOnlyList<HostCommand> Translate(FiscalNetDocument document)
    {
        var commands = Commands(document);
        if (commands.FirstOrDefault(command => !command.FitsFrame) is { } tooLong)
            throw new FiscalNetException(tooLong.Source, $"the line is longer than the host protocol can carry ({HostCommand.DataMost} bytes)");
        return commands;
    }

    private static IReadOnlyList<HostCommand> Commands(FiscalNetDocument document) => document switch
    {
        FiscalNetDocument.Receipt receipt => new ReceiptTranslation(receipt).Commands(),
        FiscalNetDocument.Command { Line: FiscalNetLine.Report report } => [RegisterCommands.Report(report)],
        FiscalNetDocument.Command { Line: FiscalNetLine.ServiceSum sum } => [RegisterCommands.Move(sum)],
        _ => [],
    };
}
