using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The certificates in the module's file system: authorities, and two places for the register's own with its key.</summary>
internal sealed class Sim7600Files : AtTask, ITlsStore
{
    /// <summary>Name of the authorities' file.</summary>
    internal const string Authorities = "nfca.pem";

    // AT+CCERTDOWN takes at most 10,240 bytes; writing a file takes seconds at most.
    private const int MaxFile = 10240;
    private const int StoreTime = 30000;
    private const int ProbeTime = 1000;
    private const int Probes = 5;
    private const int Places = 2;

    private readonly AtChannel _at;
    private readonly byte[][] _contents = new byte[2][];
    private readonly string[] _names = new string[2];
    private int _file;
    private int _files;
    private int _probes;
    private bool _answers;
    private bool _deleting;
    private bool _deleted;

    internal Sim7600Files(AtChannel at) => _at = at;

    /// <inheritdoc/>
    public bool IsBusy => _file < _files;

    /// <inheritdoc/>
    public DeviceResult Outcome { get; private set; } = DeviceResult.Ok;

    /// <summary>Whose certificate is shown; -1 for none.</summary>
    internal int Place { get; private set; } = -1;

    /// <summary>Counts what was changed: a connection that was configured before must be configured anew.</summary>
    internal int Changes { get; private set; }

    internal string Certificate => "nfcert" + Place.ToString() + ".pem";

    internal string Key => "nfkey" + Place.ToString() + ".pem";

    /// <inheritdoc/>
    public DeviceResult StoreAuthorities(byte[] pem, int count)
    {
        Refuse();
        if (count < 1 || count > MaxFile) return DeviceResult.Full;
        Add(0, Authorities, pem, count);
        Begin(1);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount)
    {
        Refuse();
        if (place < 0 || place >= Places) throw new ArgumentOutOfRangeException("place");
        if (certificateCount < 1 || keyCount < 1 || certificateCount > MaxFile || keyCount > MaxFile) return DeviceResult.Full;
        Add(0, "nfcert" + place.ToString() + ".pem", certificatePem, certificateCount);
        Add(1, "nfkey" + place.ToString() + ".pem", keyPem, keyCount);
        Begin(2);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Use(int place)
    {
        if (place < -1 || place >= Places) throw new ArgumentOutOfRangeException("place");
        Place = place;
        Changes++;
        return DeviceResult.Ok;
    }

    internal override bool Begin()
    {
        if (!IsBusy) return false;
        if (!_answers) _at.Send("AT", ProbeTime);
        else if (_deleting) _at.Send("AT+CCERTDELE=\"" + _names[_file] + "\"", StoreTime);
        else _at.Send("AT+CCERTDOWN=\"" + _names[_file] + "\"," + _contents[_file].Length.ToString(), _contents[_file], _contents[_file].Length, StoreTime);
        return true;
    }

    internal override void End(AtResult result)
    {
        if (!_answers) EndProbe(result);
        else if (_deleting) _deleting = result == AtResult.Late && Fail(DeviceResult.NotConnected);
        else if (result == AtResult.Ok) EndFile();
        // A module that does not write over a file is asked to delete it first; once.
        else if (result == AtResult.Error && !_deleted) _deleting = _deleted = true;
        else Fail(result == AtResult.Late ? DeviceResult.NotConnected : DeviceResult.Failed);
    }

    private void EndProbe(AtResult result)
    {
        _answers = result == AtResult.Ok;
        if (!_answers && ++_probes == Probes) Fail(DeviceResult.NotConnected);
    }

    private void EndFile()
    {
        // The key is not kept here longer than it takes.
        Wipe(_file);
        _file++;
        _deleted = false;
        if (!IsBusy) Outcome = DeviceResult.Ok;
    }

    private bool Fail(DeviceResult result)
    {
        for (int i = 0; i < _files; i++) Wipe(i);
        _files = _file = 0;
        Outcome = result;
        return false;
    }

    private void Wipe(int file)
    {
        if (_contents[file] == null) return;
        Array.Clear(_contents[file], 0, _contents[file].Length);
        _contents[file] = null;
    }

    private void Refuse()
    {
        if (IsBusy) throw new InvalidOperationException("the files before are still being stored");
    }

    private void Add(int file, string name, byte[] bytes, int count)
    {
        _names[file] = name;
        _contents[file] = new byte[count];
        Array.Copy(bytes, 0, _contents[file], 0, count);
    }

    private void Begin(int files)
    {
        _file = 0;
        _files = files;
        _probes = 0;
        _answers = _deleting = _deleted = false;
        Changes++;
    }
}
