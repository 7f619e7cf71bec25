using System.Formats.Asn1;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>Whether bytes are one value in DER throughout.</summary>
internal static class DerForm
{
    private const int Deepest = 32;

    /// <summary>Null when they are; else what is wrong.</summary>
    internal static string? Problem(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new AsnReader(bytes, AsnEncodingRules.DER);
            Walk(reader, 0);
            return reader.HasData ? "bytes follow the structure" : null;
        }
        catch (AsnContentException e)
        {
            return $"not DER: {e.Message}";
        }
    }

    // Reads the next value and, when it holds others, those too.
    private static void Walk(AsnReader reader, int depth)
    {
        if (depth > Deepest) throw new AsnContentException($"nested deeper than {Deepest}");
        var tag = reader.PeekTag();
        if (!tag.IsConstructed)
        {
            reader.ReadEncodedValue();
            return;
        }

        if (tag.TagClass == TagClass.Universal && !tag.HasSameClassAndValue(Asn1Tag.SetOf) && !tag.HasSameClassAndValue(Asn1Tag.Sequence))
            throw new AsnContentException("a string in parts");
        var inner = tag.HasSameClassAndValue(Asn1Tag.SetOf) ? reader.ReadSetOf() : reader.ReadSequence(tag);
        while (inner.HasData) Walk(inner, depth + 1);
    }
}
