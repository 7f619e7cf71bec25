using Nf.Hal.Crypto;

namespace Nf.Boards.Virtual;

/// <summary>Paper on its way to the output, with a hash over it: two runs that print the same have the same.</summary>
/// <remarks>Over the UTF-8 of each row and a line feed after it, as sha256sum takes the file of it.</remarks>
public sealed class HashedPaper : ITextOutput
{
    private readonly ITextOutput _output;
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _bytes = new byte[3];

    /// <param name="output">Where it goes.</param>
    public HashedPaper(ITextOutput output) => _output = output;

    /// <inheritdoc/>
    public void Line(string text)
    {
        for (int i = 0; i < text.Length; i++) Add(text[i]);
        Add('\n');
        _output.Line(text);
    }

    /// <summary>The hash; nothing may be printed after.</summary>
    public string Finish()
    {
        byte[] digest = new byte[Sha256.DigestLength];
        _hash.Finish(digest, 0);
        return HexText.Of(digest);
    }

    private void Add(char character)
    {
        int count = 0;
        if (character < 0x80) _bytes[count++] = (byte)character;
        else
        {
            if (character < 0x800) _bytes[count++] = (byte)(0xC0 | character >> 6);
            else
            {
                _bytes[count++] = (byte)(0xE0 | character >> 12);
                _bytes[count++] = (byte)(0x80 | character >> 6 & 0x3F);
            }

            _bytes[count++] = (byte)(0x80 | character & 0x3F);
        }

        _hash.Update(_bytes, 0, count);
    }
}
