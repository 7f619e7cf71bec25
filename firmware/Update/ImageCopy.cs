using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Firmware.Update;

/// <summary>Brings an image from the technician's file into the free place: hashes it there first, copies it, reads it back; a piece a step.</summary>
internal sealed class ImageCopy
{
    private const int Piece = 256;

    private readonly IByteSource _file;
    private readonly IFirmwareSlot _slot;
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _piece = new byte[Piece];
    private readonly byte[] _expected;
    private readonly int _size;
    private Pass _pass;
    private int _at;

    /// <param name="file">The image.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="digest">The SHA-256 that it must have.</param>
    /// <param name="slot">Where it goes.</param>
    internal ImageCopy(IByteSource file, int size, byte[] digest, IFirmwareSlot slot)
    {
        _file = file;
        _size = size;
        _expected = digest;
        _slot = slot;
    }

    private enum Pass
    {
        Check,
        Copy,
        ReadBack,
        Done,
    }

    /// <summary>The next step. Busy: ask again; None: the free place holds the image.</summary>
    internal FiscalError Step()
    {
        if (_pass == Pass.Done) return FiscalError.None;
        int count = _size - _at < Piece ? _size - _at : Piece;
        FiscalError error = Move(count);
        if (error != FiscalError.None) return error;
        _at += count;
        return _at < _size ? FiscalError.Busy : End();
    }

    private FiscalError Move(int count)
    {
        if (_pass == Pass.ReadBack)
        {
            if (_slot.Read(_at, _piece, 0, count) != DeviceResult.Ok) return FiscalError.UpdateWriteFailed;
        }
        else
        {
            FiscalError error = _file.Read(_at, _piece, 0, count);
            if (error != FiscalError.None) return error;
            if (_pass == Pass.Copy && _slot.Write(_at, _piece, 0, count) != DeviceResult.Ok) return FiscalError.UpdateWriteFailed;
        }

        _hash.Update(_piece, 0, count);
        return FiscalError.None;
    }

    // The medium may give other bytes the second time: what was read back decides.
    private FiscalError End()
    {
        var digest = new byte[Sha256.DigestLength];
        _hash.Finish(digest, 0);
        for (int i = 0; i < digest.Length; i++)
            if (digest[i] != _expected[i]) return _pass == Pass.ReadBack ? FiscalError.UpdateWriteFailed : FiscalError.UpdateImageWrong;
        if (_pass == Pass.Check && _slot.Begin(_size) != DeviceResult.Ok) return FiscalError.UpdateWriteFailed;
        _hash.Reset();
        _at = 0;
        _pass++;
        return _pass == Pass.Done ? FiscalError.None : FiscalError.Busy;
    }
}
