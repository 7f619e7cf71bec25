using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
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
    private readonly Workbench _bench;
    private readonly byte[] _bytes = new byte[RsaKeySize.ModulusLength];
    private RequestWriter _request;
    private RenewalAnswer _answer;
    private Step _step;

    internal Renewal(ConfigurationDesk configuration, CertificateDesk certificates, SigningIdentity signer, ServerCall call, Workbench bench)
    {
        _configuration = configuration;
        _certificates = certificates;
        _signer = signer;
        _call = call;
        _bench = bench;
    }

    private enum Step
    {
        Idle,
        Module,
        Generate,
        Sign,
        Call,
        Read,
        Install,
        Note,
    }

    /// <summary>Nothing is under way.</summary>
    internal bool IsIdle => _step == Step.Idle;

    /// <summary>The last step did something; false: it waits for the network.</summary>
    internal bool HasWorked => _step != Step.Call || _call.HasWorked;

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
        _answer = null;
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
            case Step.Read: return Read();
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
        return error == FiscalError.Busy ? error : Then(Step.Read, error);
    }

    // Who signs has the old certificate until its file is written; from here on nobody begins.
    private FiscalError Read()
    {
        if (!_signer.Take(this)) return FiscalError.Busy;
        Workbench.Set tools = _bench.Tools;
        _answer = new RenewalAnswer(_certificates, tools.Chain, tools.Bundle, tools.Pool);
        return Then(Step.Install, _answer.Begin(tools.Room, _call.Length));
    }

    private FiscalError Install(long now)
    {
        FiscalError error = _answer.Step(now);
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
