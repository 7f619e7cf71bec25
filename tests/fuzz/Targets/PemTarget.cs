using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;

namespace Nf.Fuzz.Targets;

/// <summary>PEM files, block by block.</summary>
internal sealed class PemTarget : IFuzzTarget
{
    private readonly PemReader _reader = new();
    private readonly ArraySource _source = new();
    private readonly byte[] _buffer = new byte[1000];

    public string Name => "pem";

    public void Run(byte[] data)
    {
        _source.Begin(data, data.Length);
        _reader.Begin(_source);
        PemLabel label;
        do
        {
            if (_reader.Next(_buffer, 0, out label, out var count) != FiscalError.None) return;
            FuzzTargets.Check(count <= _buffer.Length && count > 0 == (label != PemLabel.None), "a block is not empty");
        }
        while (label != PemLabel.None);
    }
}
