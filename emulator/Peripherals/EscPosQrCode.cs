using System.Text;

namespace Nf.Emulator.Peripherals;

/// <summary>The QR code part of GS ( k: settings, symbol storage, printing.</summary>
internal sealed class EscPosQrCode(IEscPosMechanism mechanism)
{
    private const byte QrCode = 0x31;
    private const int Modules = 37;
    private const byte DefaultModuleDots = 3;
    private byte _moduleDots = DefaultModuleDots;
    private string _stored = "";

    /// <summary>Defaults, nothing stored.</summary>
    public void Reset()
    {
        _moduleDots = DefaultModuleDots;
        _stored = "";
    }

    /// <summary>Executes GS ( k pL pH cn fn ..., whole.</summary>
    public void Execute(byte[] command, PaperAlign align)
    {
        if (command.Length < 8 || command[5] != QrCode)
        {
            mechanism.Log($"symbol command {Convert.ToHexString(command)} is not modelled");
            return;
        }
        switch (command[6])
        {
            case 0x41 or 0x45: break;
            case 0x43: _moduleDots = command[7]; break;
            case 0x50: _stored = Encoding.UTF8.GetString(command.AsSpan(8)); break;
            case 0x51: Print(align); break;
            default: mechanism.Log($"QR code function {command[6]:X2}h is not modelled"); break;
        }
    }

    private void Print(PaperAlign align)
    {
        if (_stored.Length == 0) mechanism.Log("QR code not printed: nothing stored");
        else mechanism.Queue(PaperLine.Qr(_stored, align), EscPosTiming.Feed(Modules * _moduleDots));
    }
}
