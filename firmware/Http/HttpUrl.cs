using Nf.Firmware.Text;

namespace Nf.Firmware.Http;

/// <summary>An address that the register posts to: https, a name or IPv4 address, a port, a path.</summary>
/// <remarks>
/// The order gives at most 50 characters (OPANAF 146/2018, annex 3). User names, fragments, IPv6 and anything but https
/// are refused: an address comes from a signed configuration, yet it also comes from a technician's keyboard.
/// <code>if (!url.Parse("https://server.example:8443/bon")) ...; connection.Open(url.Host, url.Port);</code>
/// </remarks>
public sealed class HttpUrl
{
    /// <summary>Characters of the longest address.</summary>
    public const int MaxLength = 50;

    /// <summary>The port of https.</summary>
    public const int DefaultPort = 443;

    private const string Scheme = "https://";
    private const int MaxLabel = 63;
    private const int MaxPort = 65535;

    private readonly byte[] _text = new byte[MaxLength];
    private int _length;
    private int _pathStart;

    /// <summary>The server's name or address.</summary>
    public string Host { get; private set; } = "";

    /// <summary>1 to 65535; 443 when the address names none.</summary>
    public int Port { get; private set; }

    /// <summary>Takes an address; false leaves nothing to use.</summary>
    public bool Parse(string text)
    {
        if (text.Length > MaxLength) return Refuse();
        var bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = text[i] < 0x80 ? (byte)text[i] : (byte)0;
        return Parse(bytes, 0, bytes.Length);
    }

    /// <summary>Takes an address in ASCII; false leaves nothing to use.</summary>
    public bool Parse(byte[] text, int offset, int count)
    {
        Refuse();
        if (count > MaxLength || !HasScheme(text, offset, count)) return false;
        for (int i = 0; i < count; i++)
        {
            byte c = text[offset + i];
            // Printable and without what would end or comment a request line.
            if (c <= ' ' || c >= 0x7F || c == '#' || c == '\\' || c == '"' || c == '<' || c == '>') return false;
            _text[i] = c;
        }

        return Split(count) || Refuse();
    }

    /// <summary>Writes the path as the request line has it, "/" when there is none; returns its length.</summary>
    public int WritePath(byte[] buffer, int at)
    {
        int start = at;
        if (_pathStart == _length || _text[_pathStart] != '/') buffer[at++] = (byte)'/';
        for (int i = _pathStart; i < _length; i++) buffer[at++] = _text[i];
        return at - start;
    }

    private bool Split(int count)
    {
        int end = Scheme.Length;
        while (end < count && _text[end] != '/' && _text[end] != '?' && _text[end] != ':') end++;
        if (!IsHost(Scheme.Length, end)) return false;
        int path = end;
        int port = DefaultPort;
        if (end < count && _text[end] == ':' && !ReadPort(end + 1, count, out port, out path)) return false;
        Host = Latin16.ToText(_text, Scheme.Length, end - Scheme.Length);
        Port = port;
        _pathStart = path;
        _length = count;
        return true;
    }

    private bool ReadPort(int start, int count, out int port, out int end)
    {
        port = 0;
        end = start;
        while (end < count && _text[end] >= '0' && _text[end] <= '9' && port <= MaxPort) port = port * 10 + _text[end++] - '0';
        bool ends = end == count || _text[end] == '/' || _text[end] == '?';
        return ends && port >= 1 && port <= MaxPort;
    }

    // Labels of letters, digits and hyphens, none empty and no hyphen at an end: RFC 1123, 2.1. An IPv4 address passes too.
    private bool IsHost(int start, int end)
    {
        int label = start;
        for (int i = start; i <= end; i++)
        {
            bool ends = i == end || _text[i] == '.';
            if (!ends && !IsLetterOrDigit(_text[i]) && _text[i] != '-') return false;
            if (!ends) continue;
            if (i == label || i - label > MaxLabel || _text[label] == '-' || _text[i - 1] == '-') return false;
            label = i + 1;
        }

        return true;
    }

    private static bool IsLetterOrDigit(byte c) => c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';

    private static bool HasScheme(byte[] text, int offset, int count)
    {
        if (count < Scheme.Length) return false;
        for (int i = 0; i < Scheme.Length; i++)
        {
            byte c = text[offset + i];
            if (c != Scheme[i] && (c < 'A' || c > 'Z' || (c | 0x20) != Scheme[i])) return false;
        }

        return true;
    }

    private bool Refuse()
    {
        Host = "";
        Port = 0;
        _length = _pathStart = 0;
        return false;
    }
}
