namespace Nf.Firmware.Journal;

/// <summary>What the files of the electronic journal are called.</summary>
public static class JournalFiles
{
    /// <summary>Says whose medium this is; written when the medium is initialised.</summary>
    public const string Label = "NF.TXT";

    /// <summary>The day's text: every line printed on the client roll.</summary>
    public static string Text(int day) => Name(day, ".TXT");

    /// <summary>The day's receipt records, for the message to ANAF.</summary>
    public static string Records(int day) => Name(day, ".REC");

    private static string Name(int day, string extension)
    {
        var digits = new char[5];
        digits[0] = 'Z';
        for (int i = 4; i > 0; i--)
        {
            digits[i] = (char)('0' + day % 10);
            day /= 10;
        }

        return new string(digits) + extension;
    }
}
