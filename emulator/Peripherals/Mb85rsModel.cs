using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>Fujitsu MB85RS4MT FRAM, 512 KB, as its SPI pins show it.</summary>
/// <remarks>
/// Knows RDID 9Fh, WREN 06h, WRDI 04h, RDSR 05h, READ 03h and WRITE 02h. The write latch falls with each WRITE; a WRITE
/// without it is ignored. Addresses run on from the last cell to the first.
/// </remarks>
public sealed class Mb85rsModel : ISpiDevice
{
    /// <summary>Number of cells.</summary>
    public const int Size = 512 * 1024;

    private const int HeaderSize = 4;
    private const byte WriteEnabled = 0x02;

    private readonly IByteStore _cells;
    private readonly PowerSupply _power;
    private readonly StoreWrite _kind;
    private bool _writeEnabled;

    /// <summary>Puts the chip on a power supply.</summary>
    /// <param name="cells">Exactly <see cref="Size"/> cells.</param>
    /// <param name="power">What every write passes.</param>
    /// <param name="kind">Which of the register's stores the chip is.</param>
    public Mb85rsModel(IByteStore cells, PowerSupply power, StoreWrite kind = StoreWrite.WorkingMemory)
    {
        if (cells.Length != Size) throw new ArgumentException($"an MB85RS4MT has {Size} bytes", nameof(cells));
        _cells = cells;
        _power = power;
        _kind = kind;
    }

    /// <summary>False takes the chip from the bus: the wire idles high.</summary>
    public bool Connected { get; set; } = true;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int count) => Execute(buffer, count, []);

    /// <inheritdoc/>
    public void Transfer(byte[] write, byte[] read, int count) => Execute(write, count, read.AsSpan(0, count));

    private void Execute(byte[] sent, int count, Span<byte> received)
    {
        received.Fill(0xFF);
        if (!Connected || count == 0) return;
        switch (sent[0])
        {
            case 0x9F:
                ReadIdentity(received);
                break;
            case 0x05 when received.Length > 1:
                received[1..].Fill(_writeEnabled ? WriteEnabled : (byte)0);
                break;
            case 0x03 when received.Length > HeaderSize:
                ReadData(Address(sent), received[HeaderSize..]);
                break;
            case 0x06:
                _writeEnabled = true;
                break;
            case 0x04:
                _writeEnabled = false;
                break;
            case 0x02 when count > HeaderSize && _writeEnabled:
                WriteData(Address(sent), sent, count - HeaderSize);
                break;
        }
    }

    private static int Address(byte[] sent) => (sent[1] << 16 | sent[2] << 8 | sent[3]) & (Size - 1);

    private static void ReadIdentity(Span<byte> received)
    {
        ReadOnlySpan<byte> identity = [0xFF, 0x04, 0x7F, 0x49, 0x03];
        identity[..Math.Min(5, received.Length)].CopyTo(received);
    }

    private void ReadData(int address, Span<byte> data)
    {
        var first = Math.Min(data.Length, Size - address);
        _cells.Read(address, data[..first]);
        if (first < data.Length) _cells.Read(0, data[first..]);
    }

    private void WriteData(int address, byte[] sent, int count)
    {
        _writeEnabled = false;
        _power.Write(_kind, count, done => Store(address, sent.AsSpan(HeaderSize, done)));
    }

    private void Store(int address, ReadOnlySpan<byte> data)
    {
        var first = Math.Min(data.Length, Size - address);
        _cells.Write(address, data[..first]);
        if (first < data.Length) _cells.Write(0, data[first..]);
    }
}
