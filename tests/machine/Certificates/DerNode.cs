using System.Formats.Asn1;

namespace Nf.Tests.Machine.Certificates;

/// <summary>DER as a tree that can be changed and written again, also wrongly.</summary>
internal sealed class DerNode
{
    /// <summary>First byte.</summary>
    public byte Tag { get; set; }

    /// <summary>The bytes inside, when nothing in them is taken apart.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>The elements inside; null for a primitive one.</summary>
    public List<DerNode>? Children { get; private set; }

    /// <summary>Writes the length some wrong way; null for the right one.</summary>
    public Func<int, byte[]>? Length { get; set; }

    /// <summary>What follows the content without belonging to it.</summary>
    public byte[] After { get; set; } = [];

    public DerNode this[int index] => Children![index];

    public static DerNode Parse(ReadOnlyMemory<byte> der)
    {
        AsnDecoder.ReadEncodedValue(der.Span, AsnEncodingRules.DER, out var start, out var length, out _);
        var node = new DerNode { Tag = der.Span[0] };
        var content = der.Slice(start, length);
        if ((node.Tag & 0x20) == 0)
        {
            node.Content = content.ToArray();
            return node;
        }

        node.Children = [];
        while (!content.IsEmpty)
        {
            AsnDecoder.ReadEncodedValue(content.Span, AsnEncodingRules.DER, out _, out _, out var consumed);
            node.Children.Add(Parse(content[..consumed]));
            content = content[consumed..];
        }

        return node;
    }

    /// <summary>An element with bytes in it.</summary>
    public static DerNode Of(byte tag, params byte[] content) => new() { Tag = tag, Content = content };

    /// <summary>An element with elements in it.</summary>
    public static DerNode Around(byte tag, params DerNode[] children) => new() { Tag = tag, Children = [.. children] };

    public static DerNode Oid(string value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(value);
        return Parse(writer.Encode());
    }

    public DerNode Clone() => Parse(Encode());

    public byte[] Encode()
    {
        byte[] content = Children is null ? Content : [.. Children.SelectMany(child => child.Encode())];
        var length = Length?.Invoke(content.Length) ?? Shortest(content.Length);
        return [Tag, .. length, .. content, .. After];
    }

    /// <summary>This element and all below, each with its path.</summary>
    public IEnumerable<(string Path, DerNode Node)> All(string path = "top")
    {
        yield return (path, this);
        for (var i = 0; i < (Children?.Count ?? 0); i++)
            foreach (var inner in Children![i].All($"{path}.{i}"))
                yield return inner;
    }

    private static byte[] Shortest(int length) => length switch
    {
        < 0x80 => [(byte)length],
        < 0x100 => [0x81, (byte)length],
        < 0x10000 => [0x82, (byte)(length >> 8), (byte)length],
        _ => [0x83, (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };
}
