using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Provisioning;
using Nf.Firmware.Text;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Update;

/// <summary>Takes the technician's image: signature, versions, target and hash first, then the copy, then the switch at the next start.</summary>
/// <remarks>
/// A bounded step a call:
/// <code>error = update.Take(); // Busy: ask again; None: the next start tries the new program</code>
/// It is made for one image; the program in force is not touched by it, however it ends.
/// </remarks>
internal sealed class FirmwareUpdate
{
    /// <summary>The manifest on the medium.</summary>
    internal const string FileName = "NF-UPDATE.TXT";

    private const uint Exponent = 65537;

    private readonly RegisterParts _parts;
    private readonly UpdateWatch _watch;
    private readonly IFirmwareSlot _slot;
    private UpdateManifest _manifest;
    private ImportFile _file;
    private RsaPublicKey _key;
    private ImageCopy _copy;

    internal FirmwareUpdate(RegisterParts parts)
    {
        _parts = parts;
        _watch = parts.Updates;
        _slot = parts.Devices.Firmware;
    }

    /// <summary>Name of the file that the last refusal is about.</summary>
    internal string About { get; private set; } = FileName;

    /// <summary>Begins, or goes on. Busy: ask again.</summary>
    internal FiscalError Take()
    {
        FiscalError error = Obstacle();
        if (error == FiscalError.None) error = _manifest == null ? Begin() : _copy == null ? Verify() : Copy();
        return error;
    }

    // Asked at every step: a day may not begin, nor the switch be made, while a document is under way.
    private FiscalError Obstacle()
    {
        if (_slot == null || _slot.Capacity == 0) return FiscalError.UpdateByCable;
        if (_parts.Readiness.Program != FiscalError.None) return _parts.Readiness.Program;
        if (!_parts.Identity.IsFiscalised) return FiscalError.NotFiscalised;
        FiscalError error = _parts.Readiness.ForReport(out _);
        if (error == FiscalError.None && _parts.State.TextLength != 0) error = FiscalError.ZReportNeeded;
        if (error == FiscalError.None && _watch.IsOpen) error = FiscalError.Busy;
        if (error == FiscalError.None && !_parts.Log.HasRoom(RecordKind.FirmwareUpdate)) error = FiscalError.FiscalMemoryFull;
        return error;
    }

    private FiscalError Begin()
    {
        About = FileName;
        _file = new ImportFile(_parts.Devices.External);
        FiscalError error = _file.Open(FileName, UpdateManifest.MaxLength);
        if (error != FiscalError.None) return error;
        var data = new byte[_file.Length];
        error = _file.ReadAll(data, out int count);
        if (error != FiscalError.None) return error;
        var manifest = new UpdateManifest();
        error = manifest.Read(data, count);
        if (error != FiscalError.None) return error;
        _manifest = manifest;
        var digest = new byte[Sha256.DigestLength];
        var hash = new Sha256();
        hash.Update(data, 0, manifest.SignedLength);
        hash.Finish(digest, 0);
        byte[] modulus = _slot.MakerKey;
        _key = new RsaPublicKey(UpdateManifest.SignatureLength * 8);
        if (modulus == null || !_key.Set(modulus, 0, modulus.Length, Exponent)) return FiscalError.UpdateSignatureWrong;
        bool begun = _key.BeginVerify(digest, 0, manifest.Signature, 0, manifest.Signature.Length);
        return begun ? FiscalError.Busy : FiscalError.UpdateSignatureWrong;
    }

    private FiscalError Verify()
    {
        if (_key.Step()) return FiscalError.Busy;
        FiscalError error = _key.Verified ? Judge() : FiscalError.UpdateSignatureWrong;
        _key = null;
        if (error != FiscalError.None) return error;
        About = _manifest.Image;
        error = _file.Open(_manifest.Image, _slot.Capacity);
        if (error == FiscalError.None && _file.Length != _manifest.Size) error = FiscalError.UpdateImageWrong;
        if (error != FiscalError.None) return error;
        _copy = new ImageCopy(_file, _manifest.Size, _manifest.Digest, _slot);
        return FiscalError.Busy;
    }

    // Only now the manifest is the maker's.
    private FiscalError Judge()
    {
        if (!SameText.Are(_manifest.Product, Version.Model)) return FiscalError.UpdateProductWrong;
        if (!SameText.Are(_manifest.Board, _slot.Board)) return FiscalError.UpdateBoardWrong;
        if (_manifest.Size > _slot.Capacity) return FiscalError.UpdateImageTooLong;
        bool isOrdered = _manifest.Order.Length > 0;
        if (isOrdered && !SameText.Are(_manifest.Order, _parts.Identity.Fiscal.SerialNumber)) return FiscalError.UpdateOrderForeign;
        int running = VersionText.Order(_parts.Devices.Program);
        int offered = VersionText.Order(_manifest.Version);
        if (offered == running) return FiscalError.UpdateSame;
        int from = VersionText.Order(_manifest.From);
        // An order that was kept must not take the register back once more, from a version that came after it.
        if (offered < running) return isOrdered && running == from ? FiscalError.None : FiscalError.UpdateOlder;
        return running < from ? FiscalError.UpdateTooFar : FiscalError.None;
    }

    private FiscalError Copy()
    {
        FiscalError error = _copy.Step();
        return error == FiscalError.None ? _watch.Arm(_manifest) : error;
    }
}
