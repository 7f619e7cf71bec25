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

    /// <summary>The day's signed message to ANAF.</summary>
    /// <param name="day">Number of the day's Z.</param>
    /// <param name="attempt">0; 1 to 9 when the files before it were begun and can never be finished.</param>
    public static string Message(int day, int attempt) => Name(day, attempt == 0 ? ".P7B" : ".P7" + (char)('0' + attempt));

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
