namespace Nf.Tests.Machine.Certificates;

/// <summary>Ways to write an element that DER does not have.</summary>
internal static class WrongForms
{
    /// <summary>Each way, which changes an element of a tree.</summary>
    public static readonly IReadOnlyDictionary<string, Action<DerNode>> All = new Dictionary<string, Action<DerNode>>
    {
        ["indefinite length"] = node => (node.Length, node.After) = (_ => [0x80], [0, 0]),
        ["indefinite length without end"] = node => node.Length = _ => [0x80],
        ["one length byte too many"] = node => node.Length = length =>
            length < 0x80 ? [0x81, (byte)length] : length < 0x100 ? [0x82, 0, (byte)length] : [0x83, 0, (byte)(length >> 8), (byte)length],
        ["length of four bytes"] = node => node.Length = length => [0x84, 0, 0, (byte)(length >> 8), (byte)length],
        ["length of 2 GB"] = node => node.Length = _ => [0x84, 0x7F, 0xFF, 0xFF, 0xFF],
        ["length of minus one"] = node => node.Length = _ => [0x84, 0xFF, 0xFF, 0xFF, 0xFF],
        ["length of 127 bytes"] = node => node.Length = _ => [0xFF],
        ["length of 64 KB"] = node => node.Length = _ => [0x82, 0xFF, 0xFF],
        ["long tag"] = node => node.Tag |= 0x1F,
        ["tag zero"] = node => node.Tag = 0,
    };
}
