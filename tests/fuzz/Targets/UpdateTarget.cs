using System.Globalization;
using System.Text;
using Nf.Firmware.Errors;
using Nf.Firmware.Update;

namespace Nf.Fuzz.Targets;

/// <summary>The manifest of a new program, from the technician's drive.</summary>
internal sealed class UpdateTarget : IFuzzTarget
{
    private const int LineDigits = 64;

    private readonly UpdateManifest _manifest = new();

    public string Name => "update";

    public int Longest => UpdateManifest.MaxLength + 16;

    public void Run(byte[] data)
    {
        if (_manifest.Read(data, data.Length) != FiscalError.None) return;
        FuzzTargets.Check(_manifest.Image.Length is > 0 and <= 32 && _manifest.Image[0] != '.' && !_manifest.Image.Contains('/'), "a file of the root");
        FuzzTargets.Check(_manifest.Size > 0 && _manifest.SignedLength < data.Length, "a size, and a part that is signed");
        FuzzTargets.Check(Again().AsSpan().SequenceEqual(data), "a manifest has one form");
    }

    private byte[] Again()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"NF-UPDATE 1\nproduct {_manifest.Product}\nversion {_manifest.Version}\nboard {_manifest.Board}\n"));
        text.Append(CultureInfo.InvariantCulture, $"image {_manifest.Image}\nsize {_manifest.Size}\nsha256 {Convert.ToHexString(_manifest.Digest)}\nfrom {_manifest.From}\n");
        if (_manifest.Order.Length > 0) text.Append(CultureInfo.InvariantCulture, $"order {_manifest.Order}\n");
        text.Append("signature\n");
        foreach (var line in Convert.ToHexString(_manifest.Signature).Chunk(LineDigits)) text.Append(line).Append('\n');
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
