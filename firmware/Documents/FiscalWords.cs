using Nf.Firmware.Text;

namespace Nf.Firmware.Documents;

/// <summary>Keeps a document that is no receipt from saying «BON FISCAL», the words that end a receipt (norms, art. 54).</summary>
/// <remarks>
/// Only letters count, without their marks, in either case, and digits that look like letters: "Bon  f1scal", "B.O.N. FISCAL"
/// and the words on two lines say it too. «BON NEFISCAL» does not.
/// </remarks>
internal sealed class FiscalWords
{
    private const string Words = "BONFISCAL";

    private int _matched;

    internal void Begin() => _matched = 0;

    /// <summary>Reads one more text of the document, in ISO-8859-16.</summary>
    /// <returns>False when the words are complete with it; the text then counts as not read.</returns>
    internal bool Allows(byte[] text, int length)
    {
        int matched = _matched;
        for (int i = 0; i < length; i++)
        {
            char letter = Plain(text[i]);
            if (letter == '\0') continue;
            if (letter == Words[matched]) matched++;
            else matched = letter == Words[0] ? 1 : 0;
            if (matched == Words.Length) return false;
        }

        _matched = matched;
        return true;
    }

    private static char Plain(byte latin16)
    {
        char c = Latin16.ToUnicode(Latin16.ToUpper(latin16));
        switch (c)
        {
            case '0':
            case 'Ó':
            case 'Ô':
            case 'Ö':
            case 'Ő':
                return 'O';
            case '1':
            case 'Í':
            case 'Î':
            case 'Ï':
                return 'I';
            case '5':
            case 'Ș':
            case 'Ś':
            case 'Š':
                return 'S';
            case '8':
                return 'B';
            case 'À':
            case 'Á':
            case 'Â':
            case 'Ă':
            case 'Ä':
                return 'A';
            case 'Ć':
            case 'Ç':
            case 'Č':
                return 'C';
            case 'Ń':
                return 'N';
            default:
                return c >= 'A' && c <= 'Z' || c >= 0x80 && c != 0xA0 ? c : '\0';
        }
    }
}
