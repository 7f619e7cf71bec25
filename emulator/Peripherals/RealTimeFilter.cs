namespace Nf.Emulator.Peripherals;

/// <summary>Picks the real-time commands out of what a printer receives: DLE EOT n and DLE ENQ n act on arrival.</summary>
/// <remarks>As in a real printer, they are recognised wherever they stand, even among the data of another command.</remarks>
internal sealed class RealTimeFilter(Action<byte> status, Action<byte> recover, Action<byte> data)
{
    private const byte Dle = 0x10;
    private const byte Eot = 0x04;
    private const byte Enq = 0x05;
    private readonly List<byte> _held = [];

    /// <summary>Forgets a command that has only begun.</summary>
    public void Reset() => _held.Clear();

    /// <summary>Takes one received byte.</summary>
    public void Accept(byte value)
    {
        _held.Add(value);
        if (!IsBeginning()) Release();
        else if (_held.Count == 3) Execute();
    }

    private bool IsBeginning() => _held switch
    {
        [Dle] or [Dle, Eot or Enq] => true,
        [Dle, Eot, >= 1 and <= 4] => true,
        [Dle, Enq, 1 or 2] => true,
        _ => false,
    };

    private void Execute()
    {
        (_held[1] == Eot ? status : recover)(_held[2]);
        _held.Clear();
    }

    // The first byte is data after all; those behind it may still begin a command.
    private void Release()
    {
        byte[] bytes = [.. _held];
        _held.Clear();
        data(bytes[0]);
        foreach (var b in bytes.AsSpan(1)) Accept(b);
    }
}
