using System;
using Nf.Firmware.Certificates;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>The certificate and the key that the register signs with; one that signs at a time.</summary>
/// <remarks>
/// The certificate's place in the store is the key's place in the module:
/// <code>if (signer.IsReady &amp;&amp; signer.Take(this)) { signer.Module.BeginSign(signer.Place, digest); ... signer.Release(this); }</code>
/// </remarks>
public sealed class SigningIdentity
{
    private const int BufferLength = 4096;

    private readonly CertificateStore _store;
    private object _owner;

    public SigningIdentity(ICryptoModule module, CertificateStore store)
    {
        Module = module;
        _store = store;
    }

    /// <summary>The crypto module; null on a register without.</summary>
    public ICryptoModule Module { get; }

    /// <summary>Which key and certificate are in force, 0 or 1; <see cref="Load"/> after a change.</summary>
    public int Place { get; set; }

    /// <summary>The certificate, once <see cref="IsReady"/>.</summary>
    public Certificate Certificate { get; } = new Certificate();

    /// <summary>Tells certificates apart: CRC-32 of the certificate in force.</summary>
    public uint Check { get; private set; }

    /// <summary>There are certificate and key.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Reads the certificate in force. CertificateMissing when there is none, or no key for it.</summary>
    public FiscalError Load()
    {
        IsReady = false;
        if (Module == null || !Module.Present || !Module.HasKey(Place)) return FiscalError.CertificateMissing;
        var data = new byte[BufferLength];
        FiscalError error = _store.Read(CertificateStore.Own + Place, data, out int count);
        if (error != FiscalError.None) return error;
        // Those of the authorities between stand behind it, and are not kept.
        var own = new byte[FirstLength(data, count)];
        Array.Copy(data, own, own.Length);
        error = new CertificateReader().Read(Certificate, own, 0, own.Length);
        if (error != FiscalError.None) return error;
        Check = Crc32.Finish(Crc32.Add(Crc32.Start, own, 0, Certificate.Whole.Count));
        IsReady = true;
        return FiscalError.None;
    }

    /// <summary>Reserves module and certificate for one who signs or changes them; false while another does, or the module works.</summary>
    public bool Take(object owner)
    {
        if (_owner == owner) return true;
        if (_owner != null) return false;
        // What was given up is worked to its end.
        if (Module.IsBusy) Module.Poll();
        if (Module.IsBusy) return false;
        _owner = owner;
        return true;
    }

    /// <summary>Frees the module again; from anybody else it changes nothing.</summary>
    public void Release(object owner)
    {
        if (_owner == owner) _owner = null;
    }

    // DER: the lengths of certificates have one to four bytes of their own.
    private static int FirstLength(byte[] data, int count)
    {
        int bytes = data[1] < 0x80 ? 0 : data[1] & 0x7F;
        if (bytes == 0 || bytes > 2) return count;
        int length = 0;
        for (int i = 0; i < bytes; i++) length = length << 8 | data[2 + i];
        length += 2 + bytes;
        return length < count ? length : count;
    }
}
