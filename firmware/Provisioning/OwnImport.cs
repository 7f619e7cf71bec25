using System;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;
using Nf.Hal.Devices;

namespace Nf.Firmware.Provisioning;

/// <summary>Brings the register's own certificate and its key into the register, from the technician's PEM file.</summary>
internal sealed class OwnImport
{
    private readonly CertificateDesk _desk;
    private readonly CertificateChain _chain;
    private readonly SigningIdentity _signer;
    private readonly ICryptoModule _crypto;
    private readonly PemReader _pem = new PemReader();
    private readonly PrivateKeyReader _keys = new PrivateKeyReader();
    private readonly CertificatePool _pool;
    private RsaPrivateKey _key;
    private byte[] _data;
    private int _count;
    private int _place;
    private Stage _stage;

    internal OwnImport(CertificateDesk desk, CertificateChain chain, SigningIdentity signer, CertificatePool pool)
    {
        _pool = pool;
        _desk = desk;
        _chain = chain;
        _signer = signer;
        _crypto = signer.Module;
    }

    private enum Stage
    {
        Verify,
        Key,
        KeyIsThere,
    }

    /// <summary>Reads the file and begins to verify.</summary>
    /// <param name="file">Opened before.</param>
    /// <param name="data">Room to work in; what of the key was in it is wiped.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal FiscalError Begin(ImportFile file, byte[] data, long now)
    {
        if (_crypto == null || !_crypto.Present) return FiscalError.CryptoModuleFailed;
        _data = data;
        _stage = Stage.Verify;
        _key = new RsaPrivateKey();
        FiscalError error = Read(file, out bool hasKey);
        if (error == FiscalError.None) error = Judge(hasKey, now);
        if (error != FiscalError.None) Forget();
        return error;
    }

    /// <summary>The next step. Busy: ask again; None: certificate and key are in force.</summary>
    internal FiscalError Step(long now)
    {
        FiscalError error = StepOn(now);
        if (error != FiscalError.Busy) Forget();
        return error;
    }

    /// <summary>Wipes the key; also when the technician goes away in the middle.</summary>
    internal void Forget()
    {
        if (_key != null) _key.Wipe();
        _key = null;
        _signer.Release(this);
    }

    private FiscalError StepOn(long now)
    {
        if (_stage == Stage.Verify)
        {
            if (_chain.Step()) return FiscalError.Busy;
            if (_chain.Outcome != FiscalError.None) return _chain.Outcome;
            return BeginKey();
        }

        if (_stage == Stage.Key)
        {
            if (_crypto.IsBusy) return Poll();
            if (_crypto.Outcome != DeviceResult.Ok || !_desk.HasKeyOf(_place, _pool[0])) return FiscalError.KeyWrong;
            _stage = Stage.KeyIsThere;
            _desk.BeginInstall();
        }

        return _desk.InstallOwn(_place, _data, _count, _pool[0], RecordSource.Technician, now);
    }

    private FiscalError Poll()
    {
        _crypto.Poll();
        return FiscalError.Busy;
    }

    // The module may be signing a day's message, or making a key that nobody waits for any more: that ends first.
    private FiscalError BeginKey()
    {
        if (_desk.OwnPlace >= 0 && _desk.IsRecorded(RecordKind.OwnCertificate, _pool[0])) return FiscalError.None;
        if (_crypto.IsBusy) return Poll();
        if (!_signer.Take(this)) return FiscalError.Busy;
        _place = _desk.PlaceFor(_pool[0]);
        if (_crypto.BeginImport(_place, _key) != DeviceResult.Ok) return FiscalError.CryptoModuleFailed;
        _stage = Stage.Key;
        return FiscalError.Busy;
    }

    private FiscalError Read(ImportFile file, out bool hasKey)
    {
        hasKey = false;
        _count = 0;
        _pem.Begin(file);
        while (true)
        {
            FiscalError error = _pem.Next(_data, _count, out PemLabel label, out int count);
            if (error != FiscalError.None || label == PemLabel.None) return error;
            if (label == PemLabel.Certificate)
            {
                _count += count;
                continue;
            }

            if (label == PemLabel.Signed || hasKey) return FiscalError.PemUnsupported;
            error = _keys.Read(_key, label, _data, _count, count);
            Array.Clear(_data, _count, count);
            if (error != FiscalError.None) return error;
            hasKey = true;
        }
    }

    private FiscalError Judge(bool hasKey, long now)
    {
        _pool.Cut(0);
        FiscalError error = _pool.AddAll(_data, _count, false);
        if (error != FiscalError.None) return error;
        if (_pool.Count == 0) return FiscalError.CertificateMissing;
        error = _desk.CheckOwn(_pool[0]);
        if (error != FiscalError.None) return error;
        if (!hasKey) return FiscalError.KeyMissing;
        Certificate own = _pool[0];
        if (!DerRange.Same(own.Data, own.Modulus, _key.Modulus, new DerRange(0, _key.Modulus.Length))) return FiscalError.KeyWrong;
        error = _desk.Trust(_pool);
        if (error == FiscalError.None) _chain.Begin(_pool, own, _desk.Utc(now), Certificate.DigitalSignature, false);
        return error;
    }
}
