using System;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Brings a certificate and its private key to a TLS stack as text, and wipes the text.</summary>
internal sealed class KeyDelivery : IStepwise
{
    private readonly KeyDer _der;
    private readonly PemWriter _pem = new PemWriter();
    private byte[] _key;
    private byte[] _certificate;
    private int _count;
    private byte[] _certificateText;
    private byte[] _keyText;
    private ITlsStore _store;
    private int _place;
    private Part _part;

    /// <param name="rsa">Room to compute in.</param>
    internal KeyDelivery(RsaArithmetic rsa) => _der = new KeyDer(rsa);

    private enum Part
    {
        Certificate,
        Der,
        Key,
        Store,
    }

    /// <summary>What became of the last one.</summary>
    internal DeviceResult Outcome { get; private set; }

    /// <summary>Says what is to be brought where, both of which stay as they are; the key follows.</summary>
    internal void Prepare(int place, byte[] certificate, int count, ITlsStore store)
    {
        _place = place;
        _certificate = certificate;
        _count = count;
        _store = store;
    }

    /// <summary>Begins with the key, which stays as it is meanwhile; see <see cref="RsaKeyBytes"/>.</summary>
    internal void Begin(byte[] key)
    {
        _key = key;
        _certificateText = new byte[PemWriter.Length(PemWriter.Certificate, _count)];
        _pem.Begin(_certificateText, 0, PemWriter.Certificate, _certificate, 0, _count);
        _part = Part.Certificate;
    }

    /// <inheritdoc/>
    public bool Step()
    {
        switch (_part)
        {
            case Part.Certificate:
                if (_pem.Step()) return true;
                _der.Begin(_key);
                _part = Part.Der;
                return true;
            case Part.Der:
                if (_der.Step()) return true;
                _keyText = new byte[PemWriter.Length(KeyDer.Label, _der.Count)];
                _pem.Begin(_keyText, 0, KeyDer.Label, _der.Bytes, 0, _der.Count);
                _part = Part.Key;
                return true;
            case Part.Key:
                if (!_pem.Step()) _part = Part.Store;
                return true;
            default:
                Outcome = _store.StoreIdentity(_place, _certificateText, _certificateText.Length, _keyText, _keyText.Length);
                Wipe();
                return false;
        }
    }

    private void Wipe()
    {
        Array.Clear(_keyText, 0, _keyText.Length);
        _der.Wipe();
        _keyText = null;
        _certificateText = null;
        _certificate = null;
        _store = null;
        _key = null;
    }
}
