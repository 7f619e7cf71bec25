using System;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Provisioning;

/// <summary>Brings ANAF's certificate and its authorities into the register, from the technician's file or from a configuration.</summary>
/// <remarks>
/// The first certificate is ANAF's; the file's chain ends in a self-signed one, for which the technician vouches. What a
/// configuration brings must lead to an authority that is known already, and the known authorities stay.
/// </remarks>
internal sealed class AnafImport
{
    /// <summary>The technician's file.</summary>
    internal const string FileName = "ANAF.PEM";

    private readonly CertificateDesk _desk;
    private readonly CertificateChain _chain;
    private readonly CertificatePool _pool;
    private byte[] _data;
    private int _count;
    private RecordSource _source;
    private bool _isFile;
    private Part _part;

    internal AnafImport(CertificateDesk desk, CertificateChain chain, CertificatePool pool)
    {
        _pool = pool;
        _desk = desk;
        _chain = chain;
    }

    private enum Part
    {
        Trust,
        Verify,
        Install,
    }

    /// <summary>Begins with certificates in DER, one behind the other, which must stay where they are until it is done.</summary>
    /// <param name="data">Holds them from its first byte on; what a configuration brings gets the known authorities behind it.</param>
    /// <param name="count">Their bytes.</param>
    /// <param name="isFile">They are of the technician's file.</param>
    /// <param name="source">How they came.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal FiscalError Begin(byte[] data, int count, bool isFile, RecordSource source, long now)
    {
        _data = data;
        _count = count;
        _source = source;
        _pool.Cut(0);
        FiscalError error = _pool.AddAll(data, count, false);
        if (error == FiscalError.None && _pool.Count == 0) error = FiscalError.CertificateMissing;
        if (error != FiscalError.None) return error;
        _isFile = isFile;
        _part = isFile ? Part.Verify : Part.Trust;
        if (isFile) _chain.Begin(_pool, _pool[0], _desk.Utc(now), Certificate.DigitalSignature, true);
        return FiscalError.None;
    }

    /// <summary>The next step. Busy: ask again; None: the certificate is in force.</summary>
    internal FiscalError Step(long now)
    {
        switch (_part)
        {
            case Part.Trust: return Trust(now);
            case Part.Verify: return Verify();
            default: return _desk.InstallAnaf(_data, _count, _pool[0], _source, now);
        }
    }

    private FiscalError Trust(long now)
    {
        FiscalError error = _desk.Trust(_pool);
        if (error != FiscalError.None) return error;
        _chain.Begin(_pool, _pool[0], _desk.Utc(now), Certificate.DigitalSignature, false);
        _part = Part.Verify;
        return FiscalError.Busy;
    }

    private FiscalError Verify()
    {
        if (_chain.Step()) return FiscalError.Busy;
        if (_chain.Outcome != FiscalError.None) return _chain.Outcome;
        if (!_isFile) KeepKnown();
        _desk.BeginInstall();
        _part = Part.Install;
        return FiscalError.Busy;
    }

    // The authorities known so far go behind the new certificates, those that came along again but once.
    private void KeepKnown()
    {
        int brought = 0;
        while (brought < _pool.Count && _pool[brought].Data == _data) brought++;
        for (int i = brought; i < _pool.Count; i++)
        {
            Certificate known = _pool[i];
            if (!known.IsAuthority || IsAmong(known, brought) || _count + known.Whole.Count > _data.Length) continue;
            Array.Copy(known.Data, known.Whole.Offset, _data, _count, known.Whole.Count);
            _count += known.Whole.Count;
        }
    }

    private bool IsAmong(Certificate known, int count)
    {
        for (int i = 0; i < count; i++)
            if (_pool[i].SameAs(known)) return true;
        return false;
    }
}
