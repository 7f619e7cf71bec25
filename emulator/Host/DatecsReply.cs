using System.Globalization;

namespace Nf.Emulator.Host;

/// <summary>One answer of the register.</summary>
/// <param name="Command">The command that is answered.</param>
/// <param name="Sequence">The SEQ of the frame that is answered.</param>
/// <param name="ErrorCode">The first field when it is a number: 0, or a negative number for a refusal.</param>
/// <param name="Fields">The fields after the error code; all fields when the first is no number.</param>
/// <param name="Status">The eight status bytes.</param>
public sealed record DatecsReply(int Command, byte Sequence, int ErrorCode, string[] Fields, byte[] Status)
{
    private const byte Tab = 0x09;

    /// <summary>The register carried the command out.</summary>
    public bool Ok => ErrorCode == 0 && !IsUnknownCommand && !IsSyntaxError;

    /// <summary>Status bit 0.1: the register has no such command.</summary>
    public bool IsUnknownCommand => (Status[0] & 0x02) != 0;

    /// <summary>Status bit 0.0: the command's fields are wrong.</summary>
    public bool IsSyntaxError => (Status[0] & 0x01) != 0;

    internal static DatecsReply From(byte sequence, int command, ReadOnlySpan<byte> data, ReadOnlySpan<byte> status)
    {
        List<string> fields = [];
        while (!data.IsEmpty)
        {
            var end = data.IndexOf(Tab);
            fields.Add(HostText.Decode(end < 0 ? data : data[..end]));
            data = end < 0 ? [] : data[(end + 1)..];
        }

        var error = 0;
        var hasError = fields.Count > 0
            && int.TryParse(fields[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out error);
        return new DatecsReply(command, sequence, error, [.. fields.Skip(hasError ? 1 : 0)], status.ToArray());
    }
}
