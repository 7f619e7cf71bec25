using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>The file that says whose journal a medium holds: written once, when the medium is initialised.</summary>
internal sealed class JournalLabel
{
    private const int MaxLength = 64;

    private readonly IJournalMedium _medium;
    private readonly byte[] _expected = new byte[MaxLength];
    private readonly byte[] _found = new byte[MaxLength];
    private int _length;
    private int _ownLength;

    internal JournalLabel(IJournalMedium medium) => _medium = medium;

    /// <summary>Says what the label must read.</summary>
    internal void Expect(string series, int medium)
    {
        string number = medium.ToString();
        string text = "NF JURNAL ELECTRONIC\nSERIA " + series + "\nNR " + number + "\n";
        _length = Latin16.Write(text, _expected, 0, MaxLength);
        _ownLength = _length - number.Length - 1;
    }

    /// <summary>Compares the medium's label: blank, another register's, or an earlier one of this register.</summary>
    internal FiscalError Check()
    {
        if (!_medium.Present) return FiscalError.JournalMissing;
        int length = _medium.Length(JournalFiles.Label);
        if (length < 0) return FiscalError.JournalBlank;
        if (length == _length && Same(_length)) return FiscalError.None;
        return length > _ownLength && Same(_ownLength) ? FiscalError.JournalEarlier : FiscalError.JournalForeign;
    }

    /// <summary>A journal begins on a medium without any file; a label that a power cut interrupted may be there.</summary>
    internal FiscalError CheckEmpty()
    {
        if (!_medium.Present) return FiscalError.JournalMissing;
        int files = _medium.Files;
        bool begun = files == 1 && _medium.Length(JournalFiles.Label) >= 0;
        return files == 0 || begun ? FiscalError.None : FiscalError.JournalNotEmpty;
    }

    /// <summary>Writes the label on an empty medium, or what a power cut left out of it.</summary>
    internal FiscalError Write()
    {
        FiscalError error = CheckEmpty();
        if (error != FiscalError.None) return error;
        int present = _medium.Length(JournalFiles.Label);
        if (present < 0) present = 0;
        if (present > _length || !Same(present)) return FiscalError.JournalNotEmpty;
        if (present == _length) return FiscalError.None;
        DeviceResult result = _medium.Append(JournalFiles.Label, _expected, present, _length - present);
        return result == DeviceResult.Ok ? FiscalError.None : FiscalError.JournalWriteFailed;
    }

    private bool Same(int count)
    {
        if (count == 0) return true;
        if (_medium.Read(JournalFiles.Label, 0, _found, 0, count) != DeviceResult.Ok) return false;
        for (int i = 0; i < count; i++)
            if (_found[i] != _expected[i]) return false;
        return true;
    }
}
