using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Provisioning;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Brings the certificates in force to the TLS stack of a way out, before the first connection that needs them.</summary>
internal sealed class TlsFeed
{
    private readonly INetworkLink[] _links;
    private readonly int[] _versions;
    private readonly CertificateDesk _certificates;
    private readonly SigningIdentity _signer;
    private readonly Workbench _bench;
    private PemWriter _pem;
    private INetworkLink _link;
    private Step _step;
    private int _written;

    /// <param name="links">All ways out.</param>
    /// <param name="certificates">What is in force.</param>
    /// <param name="signer">The own certificate and key.</param>
    /// <param name="bench">Has the pool, and the room to write text in; free while this is under way.</param>
    internal TlsFeed(INetworkLink[] links, CertificateDesk certificates, SigningIdentity signer, Workbench bench)
    {
        _bench = bench;
        _links = links;
        _versions = new int[links.Length];
        _certificates = certificates;
        _signer = signer;
    }

    private enum Step
    {
        Read,
        Write,
        Identity,
        Give,
        Use,
    }

    /// <summary>Begins with a way out that is up.</summary>
    internal void Begin(INetworkLink link)
    {
        Release();
        _link = link;
        _pem = new PemWriter();
        _step = Step.Read;
    }

    /// <summary>Gives up what is under way; what the crypto module does for it is worked to its end.</summary>
    internal void Release()
    {
        _signer.Release(this);
        // It would keep the room.
        _pem = null;
    }

    /// <summary>The next step. Busy: ask again; None: the stack has what is in force.</summary>
    internal FiscalError Poll()
    {
        int index = Index();
        if (_versions[index] == _certificates.Version) return FiscalError.None;
        // From the first step on: what an earlier feed left to the module must not come in between.
        if (!_signer.Take(this) || _link.Tls.IsBusy) return FiscalError.Busy;
        FiscalError error = Advance();
        if (error == FiscalError.Busy) return error;
        if (error == FiscalError.None) _versions[index] = _certificates.Version;
        Release();
        return error;
    }

    private FiscalError Advance()
    {
        ITlsStore store = _link.Tls;
        switch (_step)
        {
            case Step.Read:
                return ReadAuthorities();
            case Step.Write:
                return _pem.Step() ? FiscalError.Busy : NextAuthority(store);
            case Step.Identity:
                return store.Outcome == DeviceResult.Ok ? GiveIdentity(store) : FiscalError.ServerTlsFailed;
            case Step.Give:
                return WaitForModule();
            default:
                bool isGood = store.Outcome == DeviceResult.Ok && store.Use(_certificates.OwnPlace) == DeviceResult.Ok;
                return isGood ? FiscalError.None : FiscalError.ServerTlsFailed;
        }
    }

    // ANAF's own certificate is none that a server's chain ends in, but harms nothing.
    private FiscalError ReadAuthorities()
    {
        CertificatePool pool = _bench.Tools.Pool;
        pool.Cut(0);
        FiscalError error = _certificates.Trust(pool);
        if (error != FiscalError.None) return error;
        _written = 0;
        _step = Step.Write;
        return BeginAuthority(0);
    }

    private FiscalError BeginAuthority(int at)
    {
        Certificate authority = _bench.Tools.Pool[_written];
        DerRange whole = authority.Whole;
        bool fits = _pem.Begin(_bench.Tools.Room, at, PemWriter.Certificate, authority.Data, whole.Offset, whole.Count);
        return fits ? FiscalError.Busy : FiscalError.CertificateTooLarge;
    }

    private FiscalError NextAuthority(ITlsStore store)
    {
        if (++_written < _bench.Tools.Pool.Count) return BeginAuthority(_pem.End);
        _step = Step.Identity;
        return Begun(store.StoreAuthorities(_bench.Tools.Room, _pem.End));
    }

    private FiscalError GiveIdentity(ITlsStore store)
    {
        if (!_signer.IsReady) return FiscalError.OwnCertificateFirst;
        _step = Step.Give;
        Certificate own = _signer.Certificate;
        return Begun(_signer.Module.BeginGive(_certificates.OwnPlace, own.Data, own.Whole.Count, store));
    }

    private FiscalError WaitForModule()
    {
        _signer.Module.Poll();
        if (_signer.Module.IsBusy) return FiscalError.Busy;
        _step = Step.Use;
        return Begun(_signer.Module.Outcome);
    }

    private static FiscalError Begun(DeviceResult result) => result == DeviceResult.Ok ? FiscalError.Busy : FiscalError.ServerTlsFailed;

    private int Index()
    {
        int i = 0;
        while (_links[i] != _link) i++;
        return i;
    }
}
