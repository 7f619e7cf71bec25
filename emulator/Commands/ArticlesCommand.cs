using Nf.Emulator.Articles;
using Nf.Emulator.Host;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Commands;

/// <summary><c>nf articles</c>: the articles of a register that is switched off, out to CSV and in from it.</summary>
internal static class ArticlesCommand
{
    private const int Command = 107;

    /// <summary>Writes all articles of a register to a file.</summary>
    public static int Export(string file, string state)
    {
        using var register = SwitchOn(state);
        var articles = Read(register.Host).ToList();
        using (var writer = NamedFile.Create(file)) ArticleCsv.Write(writer, articles);
        register.SwitchOff();
        Console.WriteLine($"{articles.Count} articles exported");
        return ExitCode.Ok;
    }

    /// <summary>Programs the articles of a file, over those that have their numbers.</summary>
    /// <param name="file">The CSV file.</param>
    /// <param name="state">The register.</param>
    /// <param name="partial">Program the good lines although others are wrong.</param>
    public static int Import(string file, string state, bool partial)
    {
        var (articles, problems) = NamedFile.Read(file, ArticleCsv.Read);
        foreach (var problem in problems) Console.Error.WriteLine($"{file}:{problem.Line}: {problem.Message}");
        if (problems.Count > 0 && !partial)
        {
            Console.Error.WriteLine($"nf: nothing was imported: {problems.Count} problems; mend them, or import the rest with --partial");
            return ExitCode.Unusable;
        }

        var refused = 0;
        using var register = SwitchOn(state);
        foreach (var (line, row) in articles)
        {
            var reply = register.Host.Send(Command, row.ToFields());
            if (reply.Ok) continue;
            refused++;
            Console.Error.WriteLine($"{file}:{line}: refused: {reply.ErrorCode} {FiscalErrors.Cause((FiscalError)reply.ErrorCode)}");
        }

        register.SwitchOff();
        Console.WriteLine($"{articles.Count - refused} articles imported");
        if (problems.Count > 0) return ExitCode.Unusable;
        return refused > 0 ? ExitCode.Refused : ExitCode.Ok;
    }

    private static PlayRegister SwitchOn(string state)
    {
        var register = PlayRegister.Stored(state, null);
        register.SwitchOn();
        return register;
    }

    private static IEnumerable<ArticleRow> Read(DatecsClient host)
    {
        for (var reply = host.Send(Command, "F"); reply.Ok; reply = host.Send(Command, "N")) yield return ArticleRow.Of(reply);
    }
}
