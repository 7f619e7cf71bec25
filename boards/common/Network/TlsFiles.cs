using System;

namespace Nf.Boards.Network;

/// <summary>What TLS trusts and shows, PEM, each with the zero byte at its end that the runtime's parser wants.</summary>
/// <remarks>
/// All of it is in RAM alone, the private key above all: the firmware brings it again before the first connection
/// after a start.
/// </remarks>
public sealed class TlsFiles
{
    private const int Places = 2;

    private readonly byte[][] _certificates = new byte[Places][];
    private readonly byte[][] _keys = new byte[Places][];
    private int _place = -1;

    /// <summary>The authorities; null before they came.</summary>
    public byte[] Authorities { get; private set; }

    /// <summary>The certificate to show; null for none.</summary>
    public byte[] Certificate => _place < 0 ? null : _certificates[_place];

    /// <summary>Its key; null for none.</summary>
    public byte[] Key => _place < 0 ? null : _keys[_place];

    /// <summary>Replaces the authorities.</summary>
    public void StoreAuthorities(byte[] pem, int count) => Authorities = Terminated(pem, count);

    /// <summary>Replaces the certificate and the key of a place; the key before is wiped.</summary>
    public void StoreIdentity(int place, byte[] certificate, int certificateCount, byte[] key, int keyCount)
    {
        if (_keys[place] != null) Array.Clear(_keys[place], 0, _keys[place].Length);
        _certificates[place] = Terminated(certificate, certificateCount);
        _keys[place] = Terminated(key, keyCount);
    }

    /// <summary>Which place is shown; -1 for none.</summary>
    public void Use(int place) => _place = place;

    private static byte[] Terminated(byte[] pem, int count)
    {
        var copy = new byte[count + 1];
        Array.Copy(pem, copy, count);
        return copy;
    }
}
