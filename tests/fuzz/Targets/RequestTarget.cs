using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;

namespace Nf.Fuzz.Targets;

/// <summary>The request for a new certificate, made from any old one.</summary>
internal sealed class RequestTarget : IFuzzTarget
{
    private readonly CertificateReader _reader = new();
    private readonly Certificate _certificate = new();
    private readonly RequestWriter _writer = new();
    private readonly DerReader _der = new();
    private readonly byte[] _modulus = [.. Enumerable.Repeat((byte)0xFF, 256)];
    private readonly byte[] _toSign = new byte[32];

    public string Name => "request";

    public void Run(byte[] data)
    {
        if (_reader.Read(_certificate, data, 0, data.Length) != FiscalError.None) return;
        if (_writer.Prepare(_certificate, _modulus, _toSign) != FiscalError.None) return;
        FuzzTargets.Check(_der.BeginChecked(_writer.Buffer, _writer.Offset, _writer.Count), "a request is DER");
        FuzzTargets.Check(_der.Read(DerTag.Sequence) && _der.Finish(), "a request is one element");
    }
}
