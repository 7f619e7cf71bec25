using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Nf.Tests.Machine.Rig;

/// <summary>The openssl command: a second opinion on keys, certificates and signatures.</summary>
internal static class OpenSsl
{
    /// <summary>What it prints as text for these arguments and this input; it must succeed.</summary>
    public static string Run(string arguments, string input = "") => Encoding.UTF8.GetString(RunIn(Path.GetTempPath(), arguments, input));

    /// <summary>What it prints when it runs in a folder with files; it must succeed.</summary>
    public static byte[] RunIn(string folder, string arguments, string input = "")
    {
        using var process = Start(new ProcessStartInfo("openssl", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, $"openssl {arguments}: {error.Result}");
        return output.ToArray();
    }

    private static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception)
        {
            throw new AssertFailedException("this test needs openssl, and there is none: apt-get install openssl");
        }
    }
}
