using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nf.Firmware.Update;

namespace Nf.Emulator.Updates;

/// <summary>What the maker says of an image; the lines that the register reads back.</summary>
/// <param name="Version">Version of the image.</param>
/// <param name="Board">The board that it was made for.</param>
/// <param name="Image">Name of its file.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Digest">Its SHA-256.</param>
/// <param name="From">The oldest version that it may follow.</param>
/// <param name="Order">Serial number of the one register that it is for, which may also go back to it; empty for all.</param>
public sealed record SignedUpdate(string Version, string Board, string Image, int Size, byte[] Digest, string From, string Order = "")
{
    private const int LineDigits = 64;

    /// <summary>What is said of this image.</summary>
    public static SignedUpdate Of(byte[] image, string version, string board, string from = "0.0.0", string order = "") =>
        new(version, board, $"NF-{version}.BIN", image.Length, SHA256.HashData(image), from, order);

    /// <summary>The product's name in the manifest.</summary>
    public string Product { get; init; } = Firmware.Version.Model;

    /// <summary>The manifest, signed.</summary>
    public byte[] Sign(RSA key)
    {
        var text = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"NF-UPDATE 1\nproduct {Product}\nversion {Version}\nboard {Board}\nimage {Image}\nsize {Size}\nsha256 {Convert.ToHexString(Digest)}\nfrom {From}\n")
            + (Order.Length == 0 ? "" : $"order {Order}\n"));
        var signature = Convert.ToHexString(key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var lines = signature.Chunk(LineDigits).Select(line => new string(line) + "\n");
        return [.. text, .. Encoding.ASCII.GetBytes("signature\n" + string.Concat(lines))];
    }

    /// <summary>The signature of a manifest is this key's.</summary>
    public static bool IsSigned(byte[] manifest, RSA key)
    {
        var read = new UpdateManifest();
        return read.Read(manifest, manifest.Length) == Firmware.Errors.FiscalError.None
            && key.VerifyData(manifest.AsSpan(0, read.SignedLength), read.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
