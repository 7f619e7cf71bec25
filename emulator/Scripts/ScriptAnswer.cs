using System.Text;
using Nf.Emulator.FiscalNet;
using Nf.Emulator.Host;

namespace Nf.Emulator.Scripts;

/// <summary>The answer to one command of a script, in the script's own notation.</summary>
public static class ScriptAnswer
{
    private const int Status = 74;

    /// <summary>Number, error code, fields; a refusal's cause and next step as a comment.</summary>
    public static string Format(DatecsReply reply)
    {
        if (!reply.Ok)
        {
            var error = FiscalNetAnswer.ErrorOf(reply);
            return $@"{reply.Command},{(int)error}\t{{{FiscalNetAnswer.TextOf(error)}}}";
        }

        var line = new StringBuilder($@"{reply.Command},0\t");
        foreach (var field in Fields(reply)) line.Append(field).Append(@"\t");
        return line.ToString();
    }

    // The eight status bytes are no text.
    private static IEnumerable<string> Fields(DatecsReply reply) =>
        reply.Command == Status ? [string.Join(' ', reply.Status.Select(b => b.ToString("X2")))] : reply.Fields;
}
