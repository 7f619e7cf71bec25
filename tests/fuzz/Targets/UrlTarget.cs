using System.Globalization;
using System.Text;
using Nf.Firmware.Http;

namespace Nf.Fuzz.Targets;

/// <summary>An address that the register is to post to.</summary>
internal sealed class UrlTarget : IFuzzTarget
{
    private readonly HttpUrl _url = new();
    private readonly HttpUrl _again = new();
    private readonly byte[] _path = new byte[HttpUrl.MaxLength + 1];
    private readonly byte[] _pathAgain = new byte[HttpUrl.MaxLength + 1];

    public string Name => "url";

    public void Run(byte[] data)
    {
        if (!_url.Parse(data, 0, data.Length))
        {
            FuzzTargets.Check(_url.Host.Length == 0 && _url.Port == 0, "a refused address leaves nothing to use");
            return;
        }

        FuzzTargets.Check(_url.Port is >= 1 and <= 65535, "a port");
        FuzzTargets.Check(_url.Host.Length > 0 && _url.Host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'), "a host's letters");
        var length = _url.WritePath(_path, 0);
        FuzzTargets.Check(_path[0] == '/' && !_path.AsSpan(0, length).ContainsAnyExceptInRange((byte)0x21, (byte)0x7E), "a path that cannot leave its request line");
        var plain = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"https://{_url.Host}:{_url.Port}{Encoding.ASCII.GetString(_path, 0, length)}"));
        if (plain.Length > HttpUrl.MaxLength) return;
        FuzzTargets.Check(_again.Parse(plain, 0, plain.Length) && _again.Host == _url.Host && _again.Port == _url.Port, "said the plain way it is the same server");
        FuzzTargets.Check(_path.AsSpan(0, length).SequenceEqual(_pathAgain.AsSpan(0, _again.WritePath(_pathAgain, 0))), "and the same path");
    }
}
