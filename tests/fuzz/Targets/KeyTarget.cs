using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Fuzz.Targets;

/// <summary>Private keys of both forms; the first byte says which.</summary>
internal sealed class KeyTarget : IFuzzTarget
{
    private readonly PrivateKeyReader _reader = new();
    private readonly RsaPrivateKey _key = new();

    public string Name => "key";

    public void Run(byte[] data)
    {
        if (data.Length == 0) return;
        var label = (data[0] & 1) == 0 ? PemLabel.PrivateKey : PemLabel.RsaPrivateKey;
        var error = _reader.Read(_key, label, data, 1, data.Length - 1);
        FuzzTargets.Check(error == FiscalError.None == _key.Modulus[0] >= 0x80, "a key is taken whole or wiped");
    }
}
