using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Provisioning;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Brings the certificates in force to the TLS stack of a way out, before the first connection that needs them.</summary>
internal sealed class TlsFeed
{
    private readonly INetworkLink[] _links;
    private readonly int[] _versions;
    private readonly CertificateDesk _certificates;
    private readonly SigningIdentity _signer;
    private readonly CertificatePool _pool = new CertificatePool();
    private readonly byte[] _room;
    private INetworkLink _link;
    private Step _step;

    /// <param name="links">All ways out.</param>
    /// <param name="certificates">What is in force.</param>
    /// <param name="signer">The own certificate and key.</param>
    /// <param name="room">Room to write text in; free while this is under way.</param>
    internal TlsFeed(INetworkLink[] links, CertificateDesk certificates, SigningIdentity signer, byte[] room)
    {
        _links = links;
        _versions = new int[links.Length];
        _certificates = certificates;
        _signer = signer;
        _room = room;
    }

    private enum Step
    {
        Authorities,
        Identity,
        Use,
    }

    /// <summary>Begins with a way out that is up.</summary>
    internal void Begin(INetworkLink link)
    {
        _link = link;
        _step = Step.Authorities;
    }

    /// <summary>The next step. Busy: ask again; None: the stack has what is in force.</summary>
    internal FiscalError Poll()
    {
        int index = Index();
        if (_versions[index] == _certificates.Version) return FiscalError.None;
        ITlsStore store = _link.Tls;
        if (store.IsBusy) return FiscalError.Busy;
        if (_step != Step.Authorities && store.Outcome != DeviceResult.Ok) return FiscalError.ServerTlsFailed;
        switch (_step)
        {
            case Step.Authorities:
                _step = Step.Identity;
                return GiveAuthorities(store);
            case Step.Identity:
                if (!_signer.Take(this)) return FiscalError.Busy;
                _step = Step.Use;
                FiscalError error = GiveIdentity(store);
                _signer.Release(this);
                return error;
            default:
                if (store.Use(_certificates.OwnPlace) != DeviceResult.Ok) return FiscalError.ServerTlsFailed;
                _versions[index] = _certificates.Version;
                return FiscalError.None;
        }
    }

    // ANAF's own certificate is none that a server's chain ends in, but harms nothing.
    private FiscalError GiveAuthorities(ITlsStore store)
    {
        _pool.Cut(0);
        FiscalError error = _certificates.Trust(_pool);
        if (error != FiscalError.None) return error;
        int length = 0;
        for (int i = 0; i < _pool.Count && length >= 0; i++) length = PemText.Add(_room, length, _pool[i].Data, _pool[i].Whole);
        if (length < 0) return FiscalError.CertificateTooLarge;
        return store.StoreAuthorities(_room, length) == DeviceResult.Ok ? FiscalError.Busy : FiscalError.ServerTlsFailed;
    }

    private FiscalError GiveIdentity(ITlsStore store)
    {
        if (!_signer.IsReady) return FiscalError.OwnCertificateFirst;
        Certificate own = _signer.Certificate;
        DeviceResult result = _signer.Module.GiveTo(_certificates.OwnPlace, own.Data, own.Whole.Count, store);
        return result == DeviceResult.Ok ? FiscalError.Busy : FiscalError.ServerTlsFailed;
    }

    private int Index()
    {
        int i = 0;
        while (_links[i] != _link) i++;
        return i;
    }
}
