using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Provisioning;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Renews the register's certificate when ANAF asks for it (certA): new key, request to the address of type 5, answer, record.</summary>
/// <remarks>
/// The new key is made in the free place of the crypto module, and the new certificate goes into the free place of the
/// store; the fiscal memory's record decides. A power cut before it leaves the old pair working, and all begins anew.
/// </remarks>
internal sealed class Renewal
{
    private const string RequestType = "application/pkcs10";
    private const int AddressType = 5;
    private const int DigestLength = 32;

    private readonly ConfigurationDesk _configuration;
    private readonly CertificateDesk _certificates;
    private readonly SigningIdentity _signer;
    private readonly ServerCall _call;
    private readonly CertificateChain _chain;
    private readonly CertificateBundle _bundle;
    private readonly CertificatePool _pool = new CertificatePool();
    private readonly byte[] _room;
    private readonly byte[] _bytes = new byte[RsaKeySize.ModulusLength];
    private RequestWriter _request;
    private byte[] _data;
    private int _count;
    private int _received;
    private Step _step;

    internal Renewal(ConfigurationDesk configuration, CertificateDesk certificates, SigningIdentity signer, ServerCall call, CertificateChain chain,
        CertificateBundle bundle, byte[] room)
    {
        _configuration = configuration;
        _certificates = certificates;
        _signer = signer;
        _call = call;
        _chain = chain;
        _bundle = bundle;
        _room = room;
    }

    private enum Step
    {
        Idle,
        Module,
        Generate,
        Sign,
        Call,
        Answer,
        Sort,
        Trust,
        Verify,
        Install,
        Note,
    }

    /// <summary>Nothing is under way.</summary>
    internal bool IsIdle => _step == Step.Idle;

    /// <summary>Why the last attempt failed; None when it went well.</summary>
    internal FiscalError LastError { get; private set; }

    /// <summary>Begins.</summary>
    internal void Start() => _step = Step.Module;

    /// <summary>The next step; Busy while there are more.</summary>
    internal FiscalError Turn(long now)
    {
        FiscalError error = Advance(now);
        if (error == FiscalError.Busy) return error;
        LastError = error;
        Cancel();
        return error;
    }

    /// <summary>Gives up what is under way; the old pair stays in force.</summary>
    internal void Cancel()
    {
        if (IsIdle) return;
        _signer.Release(this);
        _call.Release();
        _request = null;
        _data = null;
        _step = Step.Idle;
    }

    private FiscalError Advance(long now)
    {
        switch (_step)
        {
            case Step.Module: return Generate();
            case Step.Generate: return Request();
            case Step.Sign: return Post();
            case Step.Call: return Call();
            case Step.Answer: return Take();
            case Step.Sort: return Sort();
            case Step.Trust: return Trust(now);
            case Step.Verify: return Verify();
            case Step.Install: return Install(now);
            default: return _configuration.Renewed();
        }
    }

    private FiscalError Generate()
    {
        if (_certificates.OwnPlace < 0) return FiscalError.OwnCertificateFirst;
        if (!_signer.Take(this)) return FiscalError.Busy;
        _step = Step.Generate;
        return Begun(_signer.Module.BeginGenerate(_certificates.FreeOwnPlace));
    }

    // Subject and extensions are those of the old certificate.
    private FiscalError Request()
    {
        if (!IsReady(out FiscalError error)) return error;
        int place = _certificates.FreeOwnPlace;
        if (_signer.Module.ReadModulus(place, _bytes, 0) != DeviceResult.Ok) return FiscalError.CryptoModuleFailed;
        _request = new RequestWriter();
        var digest = new byte[DigestLength];
        error = _request.Prepare(_signer.Certificate, _bytes, digest);
        if (error != FiscalError.None) return error;
        _step = Step.Sign;
        return Begun(_signer.Module.BeginSign(place, digest));
    }

    private FiscalError Post()
    {
        if (!IsReady(out FiscalError error)) return error;
        _signer.Module.ReadSignature(_bytes, 0);
        _signer.Release(this);
        _request.Finish(_bytes, 0);
        _step = Step.Call;
        int count = _request.Count;
        Array.Copy(_request.Buffer, _request.Offset, _request.Buffer, 0, count);
        var body = new ArraySource();
        body.Begin(_request.Buffer, count);
        error = _call.Begin(_configuration.Current.Url(AddressType), RequestType, body);
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    private FiscalError Call()
    {
        FiscalError error = _call.Poll();
        return error == FiscalError.Busy ? error : Then(Step.Answer, error);
    }

    // Who signs has the old certificate until its file is written; from here on nobody begins.
    private FiscalError Take()
    {
        if (!_signer.Take(this)) return FiscalError.Busy;
        FiscalError error = _bundle.ReadCms(_room, _call.Length, out _received);
        _pool.Cut(0);
        if (error == FiscalError.None) error = _pool.AddAll(_room, _received, false);
        return Then(Step.Sort, error);
    }

    private FiscalError Sort()
    {
        FiscalError error = PutOwnFirst(_received);
        if (error == FiscalError.None) error = _certificates.CheckOwn(_pool[0]);
        return Then(Step.Trust, error);
    }

    private FiscalError Trust(long now)
    {
        FiscalError error = _certificates.Trust(_pool);
        if (error == FiscalError.None) _chain.Begin(_pool, _pool[0], _certificates.Utc(now), Certificate.DigitalSignature, false);
        return Then(Step.Verify, error);
    }

    // A certificates-only CMS has them in the order of their bytes: the one that bears the new key is the register's.
    private FiscalError PutOwnFirst(int count)
    {
        int own = 0;
        while (own < _pool.Count && !_certificates.HasKeyOf(_certificates.FreeOwnPlace, _pool[own])) own++;
        if (own == _pool.Count) return FiscalError.KeyWrong;
        _data = new byte[count];
        _count = 0;
        Append(_pool[own]);
        for (int i = 0; i < _pool.Count; i++)
            if (i != own) Append(_pool[i]);
        _pool.Cut(0);
        return _pool.AddAll(_data, _count, false);
    }

    private void Append(Certificate certificate)
    {
        Array.Copy(certificate.Data, certificate.Whole.Offset, _data, _count, certificate.Whole.Count);
        _count += certificate.Whole.Count;
    }

    private FiscalError Verify()
    {
        if (_chain.Step()) return FiscalError.Busy;
        _certificates.BeginInstall();
        return Then(Step.Install, _chain.Outcome);
    }

    private FiscalError Install(long now)
    {
        FiscalError error = _certificates.InstallOwn(_certificates.FreeOwnPlace, _data, _count, _pool[0], RecordSource.Server, now);
        return error == FiscalError.Busy ? error : Then(Step.Note, error);
    }

    private FiscalError Then(Step step, FiscalError error)
    {
        _step = step;
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    // Busy while the module works.
    private bool IsReady(out FiscalError error)
    {
        error = FiscalError.Busy;
        if (_signer.Module.IsBusy)
        {
            _signer.Module.Poll();
            return false;
        }

        error = _signer.Module.Outcome == DeviceResult.Ok ? FiscalError.None : FiscalError.CryptoModuleFailed;
        return error == FiscalError.None;
    }

    private static FiscalError Begun(DeviceResult result) => result == DeviceResult.Ok ? FiscalError.Busy : FiscalError.CryptoModuleFailed;
}
