using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.Signatures;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Messages;

/// <summary>A message as signed data (CMS): measured, signed by the module in the background, then written, a bounded step each.</summary>
/// <remarks>
/// The message is written twice, into a hash and to where it goes, and never held whole:
/// <code>
/// signed.Begin(source, utc);                                  // then at each turn:
/// FiscalError error = signed.Turn();                          // Busy, until it is signed
/// signed.BeginWriting(); error = signed.WriteNext(sink);      // Busy, until all signed.Length bytes are written
/// </code>
/// Key and certificate are reserved from the signature until the last byte is written: both stand in the file.
/// </remarks>
public sealed class SignedMessage
{
    private readonly SigningIdentity _signer;
    private readonly CmsWriter _cms = new CmsWriter();
    private readonly Meter _meter = new Meter();
    private readonly byte[] _toSign = new byte[Sha256.DigestLength];
    private IMessageSource _source;
    private Step _step;
    private Part _part;

    public SignedMessage(SigningIdentity signer) => _signer = signer;

    private enum Step
    {
        Idle,
        Measure,
        Wait,
        Sign,
        Ready,
    }

    private enum Part
    {
        Head,
        Content,
        Tail,
    }

    /// <summary>Bytes of the message, not of the signed whole.</summary>
    public int ContentLength { get; private set; }

    /// <summary>SHA-256 of the message.</summary>
    public byte[] ContentDigest { get; } = new byte[Sha256.DigestLength];

    /// <summary>The signature, once it is made.</summary>
    public byte[] Signature { get; } = new byte[RsaKeySize.ModulusLength];

    /// <summary>The signing time, UTC since 2000.</summary>
    public long Utc { get; private set; }

    /// <summary>Bytes of the signed whole, once it is signed.</summary>
    public int Length => _cms.Length;

    /// <summary>Begins to measure a message.</summary>
    public void Begin(IMessageSource source, long utc)
    {
        Abandon();
        _source = source;
        Utc = utc;
        _meter.Reset();
        source.Begin();
        _step = Step.Measure;
    }

    /// <summary>Takes up what was signed before a restart; <see cref="ContentDigest"/> and <see cref="Signature"/> have been filled.</summary>
    public FiscalError Resume(IMessageSource source, long utc, int contentLength)
    {
        Abandon();
        _source = source;
        Utc = utc;
        ContentLength = contentLength;
        if (!_signer.Take(this)) return FiscalError.Busy;
        FiscalError error = _cms.Prepare(contentLength, ContentDigest, utc, _signer.Certificate, _toSign);
        if (error != FiscalError.None) return error;
        _cms.Finish(Signature, 0);
        _step = Step.Ready;
        return FiscalError.None;
    }

    /// <summary>Gives up what was begun.</summary>
    public void Abandon()
    {
        _signer.Release(this);
        _step = Step.Idle;
    }

    /// <summary>One step. Busy: call again; None: it can be written.</summary>
    public FiscalError Turn()
    {
        FiscalError error = Advance();
        if (error != FiscalError.Busy && error != FiscalError.None) Abandon();
        return error;
    }

    /// <summary>Goes to the first byte; also after a failure of the sink.</summary>
    public void BeginWriting()
    {
        _part = Part.Head;
        _meter.Reset();
        _source.Begin();
    }

    /// <summary>Writes the next piece. Busy: call again; None: that was the last.</summary>
    public FiscalError WriteNext(IByteSink sink)
    {
        switch (_part)
        {
            case Part.Head:
                _part = Part.Content;
                return Busy(_cms.WriteHead(sink));
            case Part.Content:
                _meter.Target = sink;
                bool more = _source.Next(_meter);
                if (_source.Error != FiscalError.None) return _source.Error;
                if (!more) _part = Part.Tail;
                // The stores would have changed since it was signed; nothing does that to a closed day.
                return more || _meter.Length == ContentLength ? FiscalError.Busy : FiscalError.JournalDamaged;
            default:
                FiscalError error = _cms.WriteTail(sink);
                if (error == FiscalError.None) _signer.Release(this);
                return error;
        }
    }

    private static FiscalError Busy(FiscalError error) => error == FiscalError.None ? FiscalError.Busy : error;

    private FiscalError Advance()
    {
        switch (_step)
        {
            case Step.Measure: return Measure();
            case Step.Wait: return BeginSign();
            case Step.Sign: return Sign();
            default: return FiscalError.None;
        }
    }

    private FiscalError Measure()
    {
        if (_source.Next(_meter)) return FiscalError.Busy;
        if (_source.Error != FiscalError.None) return _source.Error;
        ContentLength = _meter.Length;
        _meter.Hash.Finish(ContentDigest, 0);
        _step = Step.Wait;
        return FiscalError.Busy;
    }

    private FiscalError BeginSign()
    {
        if (!_signer.Take(this)) return FiscalError.Busy;
        FiscalError error = _cms.Prepare(ContentLength, ContentDigest, Utc, _signer.Certificate, _toSign);
        if (error != FiscalError.None) return error;
        _step = Step.Sign;
        return _signer.Module.BeginSign(_signer.Place, _toSign) == DeviceResult.Ok ? FiscalError.Busy : FiscalError.SigningFailed;
    }

    private FiscalError Sign()
    {
        if (_signer.Module.IsBusy)
        {
            _signer.Module.Poll();
            return FiscalError.Busy;
        }

        if (_signer.Module.Outcome != DeviceResult.Ok) return FiscalError.SigningFailed;
        _signer.Module.ReadSignature(Signature, 0);
        _cms.Finish(Signature, 0);
        _step = Step.Ready;
        return FiscalError.None;
    }

    /// <summary>Counts and hashes what is written, and passes it on.</summary>
    private sealed class Meter : IByteSink
    {
        internal Sha256 Hash { get; } = new Sha256();

        internal int Length { get; private set; }

        internal IByteSink Target { get; set; }

        /// <inheritdoc/>
        public FiscalError Write(byte[] bytes, int offset, int count)
        {
            Length += count;
            if (Target != null) return Target.Write(bytes, offset, count);
            Hash.Update(bytes, offset, count);
            return FiscalError.None;
        }

        internal void Reset()
        {
            Hash.Reset();
            Length = 0;
            Target = null;
        }
    }
}
