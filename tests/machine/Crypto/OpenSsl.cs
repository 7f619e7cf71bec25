using System.Diagnostics;

namespace Nf.Tests.Machine.Crypto;

/// <summary>The openssl command: a second opinion on every key and signature.</summary>
internal static class OpenSsl
{
    /// <summary>What it prints on its output for these arguments and this input; it must succeed.</summary>
    public static string Run(string arguments, string input = "")
    {
        using Process process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, $"openssl {arguments}: {errors.Result}");
        return output;
    }
}
