using System;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Provisioning;

namespace Nf.Firmware.Online;

/// <summary>Takes the certificates that came for a request: finds the register's among them, verifies it and puts it into force, a step each.</summary>
/// <remarks><code>error = answer.Begin(room, length); ... error = answer.Step(now); // Busy; None: in force</code></remarks>
internal sealed class RenewalAnswer
{
    private readonly CertificateDesk _certificates;
    private readonly CertificateChain _chain;
    private readonly CertificateBundle _bundle;
    private readonly CertificatePool _pool;
    private byte[] _data;
    private int _count;
    private Part _part;

    internal RenewalAnswer(CertificateDesk certificates, CertificateChain chain, CertificateBundle bundle, CertificatePool pool)
    {
        _pool = pool;
        _certificates = certificates;
        _chain = chain;
        _bundle = bundle;
    }

    private enum Part
    {
        Sort,
        Trust,
        Verify,
        Install,
    }

    /// <summary>Reads a certificates-only CMS, which is written over and stays there until it is done.</summary>
    internal FiscalError Begin(byte[] answer, int count)
    {
        _pool.Cut(0);
        _part = Part.Sort;
        FiscalError error = _bundle.ReadCms(answer, count, out _count);
        return error == FiscalError.None ? _pool.AddAll(answer, _count, false) : error;
    }

    /// <summary>The next step. Busy: ask again; None: the new certificate and its key are in force.</summary>
    internal FiscalError Step(long now)
    {
        switch (_part)
        {
            case Part.Sort: return Then(Part.Trust, Sort());
            case Part.Trust: return Then(Part.Verify, Trust(now));
            case Part.Verify: return _chain.Step() ? FiscalError.Busy : BeginInstall();
            default: return _certificates.InstallOwn(_certificates.FreeOwnPlace, _data, _count, _pool[0], RecordSource.Server, now);
        }
    }

    // A certificates-only CMS has them in the order of their bytes: the one that bears the new key is the register's.
    private FiscalError Sort()
    {
        int own = 0;
        while (own < _pool.Count && !_certificates.HasKeyOf(_certificates.FreeOwnPlace, _pool[own])) own++;
        if (own == _pool.Count) return FiscalError.KeyWrong;
        _data = new byte[_count];
        _count = 0;
        Append(_pool[own]);
        for (int i = 0; i < _pool.Count; i++)
            if (i != own) Append(_pool[i]);
        _pool.Cut(0);
        FiscalError error = _pool.AddAll(_data, _count, false);
        return error == FiscalError.None ? _certificates.CheckOwn(_pool[0]) : error;
    }

    private void Append(Certificate certificate)
    {
        Array.Copy(certificate.Data, certificate.Whole.Offset, _data, _count, certificate.Whole.Count);
        _count += certificate.Whole.Count;
    }

    private FiscalError Trust(long now)
    {
        FiscalError error = _certificates.Trust(_pool);
        if (error == FiscalError.None) _chain.Begin(_pool, _pool[0], _certificates.Utc(now), Certificate.DigitalSignature, false);
        return error;
    }

    private FiscalError BeginInstall()
    {
        _certificates.BeginInstall();
        return Then(Part.Install, _chain.Outcome);
    }

    private FiscalError Then(Part part, FiscalError error)
    {
        _part = part;
        return error == FiscalError.None ? FiscalError.Busy : error;
    }
}
