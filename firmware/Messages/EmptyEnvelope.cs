using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Online;

namespace Nf.Firmware.Messages;

/// <summary>The empty message, signed and held whole: it is short, and nobody needs it a second time.</summary>
/// <remarks><code>envelope.Begin(now, utc); ... FiscalError error = envelope.Turn(); // Busy; None: envelope.Body is ready</code></remarks>
internal sealed class EmptyEnvelope : IByteSink
{
    private readonly EmptyMessage _message;
    private readonly SignedMessage _signed;
    private byte[] _bytes;
    private int _count;

    internal EmptyEnvelope(RegisterIdentity identity, SigningIdentity signer)
    {
        _message = new EmptyMessage(identity);
        _signed = new SignedMessage(signer);
    }

    /// <summary>The identifier (idM) of the message, digits.</summary>
    internal byte[] Id => _message.Id;

    /// <summary>The signed message, once it is made.</summary>
    internal ArraySource Body { get; } = new ArraySource();

    /// <summary>Begins with one of this moment.</summary>
    internal void Begin(long now, long utc)
    {
        _bytes = null;
        _message.Of(now);
        _signed.Begin(_message, utc);
    }

    /// <summary>The next step. Busy: ask again.</summary>
    internal FiscalError Turn()
    {
        if (_bytes == null)
        {
            FiscalError error = _signed.Turn();
            if (error != FiscalError.None) return error;
            _bytes = new byte[_signed.Length];
            _count = 0;
            _signed.BeginWriting();
        }

        FiscalError step = _signed.WriteNext(this);
        if (step == FiscalError.None) Body.Begin(_bytes, _count);
        return step;
    }

    /// <summary>Gives up, and frees the crypto module.</summary>
    internal void Abandon() => _signed.Abandon();

    /// <inheritdoc/>
    FiscalError IByteSink.Write(byte[] bytes, int offset, int count)
    {
        Array.Copy(bytes, offset, _bytes, _count, count);
        _count += count;
        return FiscalError.None;
    }
}
