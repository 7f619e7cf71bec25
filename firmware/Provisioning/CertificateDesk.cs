using System;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Online;
using Nf.Firmware.Time;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Provisioning;

/// <summary>The certificates in force: ANAF's with its authorities, and the register's own with its key.</summary>
/// <remarks>
/// Each has two places. A new one goes whole into the place that is free; the fiscal memory's record of it, which names
/// the place, decides. Before the record the old one is in force, after it the new one, whatever cuts the power.
/// </remarks>
internal sealed class CertificateDesk
{
    private const int None = -1;

    private readonly CertificateStore _store;
    private readonly SigningIdentity _signer;
    private readonly ICryptoModule _crypto;
    private readonly FiscalMemoryLog _log;
    private readonly RegisterClock _clock;
    private readonly RegisterIdentity _identity;
    private readonly ProvisioningRecords _records;
    private readonly CertificateRecord _record = new CertificateRecord();
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly byte[] _modulus = new byte[RsaKeySize.ModulusLength];
    private Stage _stage;
    private int _place;
    private bool _isRecorded;

    internal CertificateDesk(CertificateStore store, SigningIdentity signer, FiscalMemoryLog log, RegisterClock clock, RegisterIdentity identity,
        ProvisioningRecords records)
    {
        _store = store;
        _signer = signer;
        _crypto = signer.Module;
        _log = log;
        _clock = clock;
        _identity = identity;
        _records = records;
    }

    private enum Stage
    {
        Look,
        Store,
        Decide,
    }

    /// <summary>Place of ANAF's certificate in the store; -1 when it is not there.</summary>
    internal int AnafPlace { get; private set; } = None;

    /// <summary>Place of the own certificate in the store, and of its key in the crypto module; -1 when one of them is not there.</summary>
    internal int OwnPlace { get; private set; } = None;

    /// <summary>Until when ANAF's certificate is valid, UTC, seconds since 2000; once it is there.</summary>
    internal long AnafUntil { get; private set; }

    /// <summary>Until when the own certificate is valid, UTC, seconds since 2000; once it is there.</summary>
    internal long OwnUntil { get; private set; }

    /// <summary>A record says that there is a certificate, and it is not there: the module's memory was lost.</summary>
    internal bool IsLost => AnafPlace < 0 && _log.Count(RecordKind.AnafCertificate) > 0 || OwnPlace < 0 && _log.Count(RecordKind.OwnCertificate) > 0;

    /// <summary>Grows by one each time that another certificate comes into force: whoever shows or trusts them looks again.</summary>
    internal int Version { get; private set; }

    /// <summary>The place for a new own certificate and its key.</summary>
    internal int FreeOwnPlace => OwnPlace == 0 ? 1 : 0;

    /// <summary>Finds out what is in force; at start, and after a record.</summary>
    internal FiscalError Load()
    {
        FiscalError error = Find(RecordKind.AnafCertificate, CertificateStore.Authorities, out int anaf);
        AnafUntil = _record.NotAfter;
        int own = None;
        if (error == FiscalError.None) error = Find(RecordKind.OwnCertificate, CertificateStore.Own, out own);
        OwnUntil = _record.NotAfter;
        AnafPlace = anaf;
        OwnPlace = own >= 0 && _crypto != null && _crypto.HasKey(own) ? own : None;
        if (OwnPlace >= 0) _signer.Place = OwnPlace;
        if (OwnPlace >= 0) _signer.Load();
        Version++;
        return error;
    }

    /// <summary>The time now as certificates tell it, UTC since 2000.</summary>
    internal long Utc(long now) => CertificateTime.FromCivil(now, _clock.IsSummerTime);

    /// <summary>Adds ANAF's certificate and its authorities to a pool as trusted ones, ANAF's own as the first of them.</summary>
    /// <returns>AnafCertificateFirst when there are none.</returns>
    internal FiscalError Trust(CertificatePool pool)
    {
        if (AnafPlace < 0) return FiscalError.AnafCertificateFirst;
        var data = new byte[_store.Length(CertificateStore.Authorities + AnafPlace)];
        FiscalError error = _store.Read(CertificateStore.Authorities + AnafPlace, data, out int count);
        return error == FiscalError.None ? pool.AddAll(data, count, true) : error;
    }

    /// <summary>The certificate is the one that the latest record of the kind is about.</summary>
    internal bool IsRecorded(RecordKind kind, Certificate certificate)
    {
        Fingerprint(certificate, _digest);
        if (_log.Count(kind) == 0 || !_log.ReadLatest(kind)) return false;
        _record.Load(_log.Payload);
        return IsSame(_digest, _record.Fingerprint);
    }

    /// <summary>What the order asks of a register's certificate (II.13): its series, its key, and where to ask about it.</summary>
    internal FiscalError CheckOwn(Certificate certificate)
    {
        var series = new byte[Fiscalisation.SeriesLength];
        for (int i = 0; i < series.Length; i++) series[i] = (byte)_identity.Fiscal.Series[i];
        if (!certificate.IsOf(series, series.Length)) return FiscalError.CertificateForeign;
        bool isFit = certificate.Modulus.Count == RsaKeySize.ModulusLength && certificate.KeyIdentifier.Count > 0
            && certificate.HasOcsp && certificate.HasPolicies && certificate.HasRevocationLists;
        return isFit ? FiscalError.None : FiscalError.CertificateUnsupported;
    }

    /// <summary>The key in a place of the crypto module is the certificate's.</summary>
    internal bool HasKeyOf(int place, Certificate certificate)
    {
        if (!_crypto.HasKey(place) || _crypto.ReadModulus(place, _modulus, 0) != DeviceResult.Ok) return false;
        return DerRange.Same(certificate.Data, certificate.Modulus, _modulus, new DerRange(0, _modulus.Length));
    }

    /// <summary>Another certificate is to be put into force.</summary>
    internal void BeginInstall() => _stage = Stage.Look;

    /// <summary>Puts ANAF's certificate, the first of those given, into force, a step a call. Busy: call again with the same.</summary>
    internal FiscalError InstallAnaf(byte[] data, int count, Certificate first, RecordSource source, long now)
    {
        if (_stage != Stage.Look) return Install(RecordKind.AnafCertificate, CertificateStore.Authorities, data, count, first, source, now);
        _isRecorded = IsRecorded(RecordKind.AnafCertificate, first);
        if (_isRecorded && AnafPlace >= 0) return FiscalError.None;
        // The certificate that a lost memory had goes back where its record says.
        _place = _isRecorded ? _record.Place : AnafPlace == 0 ? 1 : 0;
        _stage = Stage.Store;
        return FiscalError.Busy;
    }

    /// <summary>Puts the own certificate, the first of those given, into force, a step a call; its key is in the place already. Busy: call again with the same.</summary>
    internal FiscalError InstallOwn(int place, byte[] data, int count, Certificate first, RecordSource source, long now)
    {
        if (_stage != Stage.Look) return Install(RecordKind.OwnCertificate, CertificateStore.Own, data, count, first, source, now);
        _isRecorded = IsRecorded(RecordKind.OwnCertificate, first) && _record.Place == place;
        _place = place;
        _stage = Stage.Store;
        return FiscalError.Busy;
    }

    /// <summary>Where the own certificate is to go: where its record says when that is of it and its memory was lost, else the free place.</summary>
    internal int PlaceFor(Certificate own) =>
        OwnPlace < 0 && IsRecorded(RecordKind.OwnCertificate, own) ? _record.Place : FreeOwnPlace;

    private FiscalError Install(RecordKind kind, int places, byte[] data, int count, Certificate first, RecordSource source, long now)
    {
        if (_records.IsDue) return FiscalError.Busy;
        if (_stage == Stage.Store)
        {
            FiscalError stored = _store.Replace(places + _place, data, count);
            if (stored != FiscalError.None) return stored == FiscalError.WorkingMemoryFailed ? FiscalError.ModuleMemoryFailed : stored;
            _stage = Stage.Decide;
            return FiscalError.Busy;
        }

        FiscalError error = _isRecorded ? FiscalError.None : Record(kind, first, source, now);
        return error == FiscalError.None ? Load() : error;
    }

    // Its fingerprint was taken when it was looked at.
    private FiscalError Record(RecordKind kind, Certificate certificate, RecordSource source, long now)
    {
        _record.Source = source;
        _record.Place = _place;
        _record.NotBefore = certificate.ValidFrom;
        _record.NotAfter = certificate.ValidTo;
        Array.Copy(_digest, _record.Fingerprint, _digest.Length);
        int length = certificate.CommonName.Count;
        _record.NameLength = length < CertificateRecord.MaxName ? length : CertificateRecord.MaxName;
        for (int i = 0; i < _record.NameLength; i++)
        {
            byte letter = certificate.Data[certificate.CommonName.Offset + i];
            _record.Name[i] = letter >= ' ' && letter < 0x7F ? letter : (byte)'?';
        }

        return _records.Certificate(kind, _record, now);
    }

    // What the latest record tells, if the place that it names holds just that certificate.
    private FiscalError Find(RecordKind kind, int places, out int place)
    {
        place = None;
        if (_log.Count(kind) == 0) return FiscalError.None;
        if (!_log.ReadLatest(kind)) return FiscalError.FiscalMemoryDamaged;
        _record.Load(_log.Payload);
        if (_store.Length(places + _record.Place) > 0) place = _record.Place;
        return FiscalError.None;
    }

    private void Fingerprint(Certificate certificate, byte[] digest)
    {
        _hash.Reset();
        _hash.Update(certificate.Data, certificate.Whole.Offset, certificate.Whole.Count);
        _hash.Finish(digest, 0);
    }

    private static bool IsSame(byte[] a, byte[] b)
    {
        for (int i = 0; i < a.Length; i++)
            if (a[i] != b[i]) return false;
        return true;
    }
}
