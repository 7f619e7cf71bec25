using System.Numerics;
using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>Winbond W25Q NOR flash as its SPI pins show it; the size of the cells decides which member of the family.</summary>
/// <remarks>
/// Knows JEDEC ID 9Fh, READ 03h, WRITE ENABLE 06h, WRITE DISABLE 04h, READ STATUS-1 05h and PAGE PROGRAM 02h. Erase
/// commands are counted and not obeyed: nothing here may ever send one.
/// </remarks>
public sealed class W25qModel : ISpiDevice
{
    private const int PageSize = 256;
    private const int HeaderSize = 4;
    private const byte Busy = 0x01;
    private const byte WriteEnabled = 0x02;

    private readonly IByteStore _cells;
    private readonly PowerSupply _power;
    private readonly List<int> _violations = [];
    private bool _writeEnabled;
    private int _busyPollsLeft;

    /// <summary>Puts the chip on a power supply.</summary>
    /// <param name="cells">A power of two from 1 to 8 MB; blank cells are FFh.</param>
    public W25qModel(IByteStore cells, PowerSupply power)
    {
        if (cells.Length is < 1 << 20 or > 1 << 23 || !BitOperations.IsPow2(cells.Length))
            throw new ArgumentException($"no W25Q chip has {cells.Length} bytes", nameof(cells));
        _cells = cells;
        _power = power;
    }

    /// <summary>False takes the chip from the bus: the wire idles high.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>True wears the cells out: programming changes nothing.</summary>
    public bool Worn { get; set; }

    /// <summary>Status reads that find the chip busy after each page program.</summary>
    public int BusyPolls { get; set; } = 1;

    /// <summary>Bytes read from the cells so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Page programs so far, torn ones included.</summary>
    public long Programs { get; private set; }

    /// <summary>Erase commands received.</summary>
    public int Erases { get; private set; }

    /// <summary>Addresses of cells that were programmed a second time, in the order it happened.</summary>
    public IReadOnlyList<int> Violations => _violations;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int count) => Execute(buffer, count, []);

    /// <inheritdoc/>
    public void Transfer(byte[] write, byte[] read, int count) => Execute(write, count, read.AsSpan(0, count));

    private void Execute(byte[] sent, int count, Span<byte> received)
    {
        received.Fill(0xFF);
        if (!Connected || count == 0) return;
        if (sent[0] == 0x05) ReadStatus(received);
        else if (_busyPollsLeft == 0) ExecuteReady(sent, count, received);
    }

    private void ExecuteReady(byte[] sent, int count, Span<byte> received)
    {
        switch (sent[0])
        {
            case 0x9F:
                ReadIdentity(received);
                break;
            case 0x03 when count > HeaderSize && received.Length > HeaderSize:
                BytesRead += received.Length - HeaderSize;
                ReadData(Address(sent), received[HeaderSize..]);
                break;
            case 0x06:
                _writeEnabled = true;
                break;
            case 0x04:
                _writeEnabled = false;
                break;
            case 0x02 when count > HeaderSize && _writeEnabled:
                ProgramPage(Address(sent), sent, count);
                break;
            case 0x20 or 0x52 or 0xD8 or 0xC7 or 0x60:
                Erases++;
                break;
        }
    }

    private int Address(byte[] sent) => (sent[1] << 16 | sent[2] << 8 | sent[3]) & (_cells.Length - 1);

    private void ReadStatus(Span<byte> received)
    {
        var status = (byte)((_busyPollsLeft > 0 ? Busy : 0) | (_writeEnabled ? WriteEnabled : 0));
        if (received.Length > 1) received[1..].Fill(status);
        if (_busyPollsLeft > 0) _busyPollsLeft--;
    }

    private void ReadIdentity(Span<byte> received)
    {
        ReadOnlySpan<byte> identity = [0xFF, 0xEF, 0x40, (byte)BitOperations.Log2((uint)_cells.Length)];
        identity[..Math.Min(4, received.Length)].CopyTo(received);
    }

    private void ReadData(int address, Span<byte> data)
    {
        var first = Math.Min(data.Length, _cells.Length - address);
        _cells.Read(address, data[..first]);
        if (first < data.Length) _cells.Read(0, data[first..]);
    }

    /// <summary>Of more than a page of data the part keeps the last 256 bytes; an address past the page's end wraps.</summary>
    private void ProgramPage(int address, byte[] sent, int end)
    {
        var start = Math.Max(HeaderSize, end - PageSize);
        var column = (address + start - HeaderSize) % PageSize;
        var page = address - address % PageSize;
        var count = end - start;
        _writeEnabled = false;
        Programs++;
        _power.Write(StoreWrite.FiscalMemory, count, done => ClearBits(page, column, sent.AsSpan(start, count), done));
        _busyPollsLeft = BusyPolls; // not after a cut: without power nothing is under way
    }

    /// <summary>Programs the first bytes; the power that goes inside the next one leaves its upper four bits done.</summary>
    private void ClearBits(int page, int column, ReadOnlySpan<byte> data, int done)
    {
        if (Worn) return;
        Span<byte> cells = stackalloc byte[PageSize];
        _cells.Read(page, cells);
        for (var i = 0; i < data.Length && i <= done; i++)
        {
            var place = (column + i) % PageSize;
            var bits = i < done ? data[i] : (byte)(data[i] | 0x0F);
            if (cells[place] != 0xFF && bits != 0xFF) _violations.Add(page + place);
            cells[place] &= bits;
        }

        _cells.Write(page, cells);
    }
}
