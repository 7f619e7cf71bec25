using Nf.Emulator.Machine;
using Nf.Hal.Devices;

namespace Nf.Emulator.Peripherals;

/// <summary>A board with two places for programs, and its boot loader.</summary>
/// <remarks>
/// The first cell is the loader's mark: which place is in force, and whether the other is armed or on trial. The places
/// follow at <see cref="PlaceSize"/> and twice that. A place that was never written holds the program of the factory, which
/// is this emulator's. <see cref="Start"/> is what the loader does when the power comes.
/// </remarks>
public sealed class FirmwareSlotModel : IFirmwareSlot
{
    /// <summary>The board's name, as images are signed for it.</summary>
    public const string BoardName = "emulator";

    /// <summary>Bytes of a place.</summary>
    public const int PlaceSize = 512 * 1024;

    /// <summary>Number of cells.</summary>
    public const int Size = 3 * PlaceSize;

    private const byte Armed = 2;
    private const byte OnTrial = 4;

    private readonly IByteStore _cells;
    private readonly PowerSupply _power;
    private readonly Func<byte[]?> _makerKey;
    private ModelImage _running = Factory;

    /// <param name="cells">Exactly <see cref="Size"/> cells; blank is 0.</param>
    /// <param name="power">What every write passes.</param>
    /// <param name="makerKey">Modulus of the maker's key; asked for when an update is verified.</param>
    public FirmwareSlotModel(IByteStore cells, PowerSupply power, Func<byte[]?> makerKey)
    {
        if (cells.Length != Size) throw new ArgumentException($"a board's places have {Size} bytes", nameof(cells));
        _cells = cells;
        _power = power;
        _makerKey = makerKey;
    }

    /// <inheritdoc/>
    public string Board => BoardName;

    /// <inheritdoc/>
    public byte[] MakerKey => _makerKey()!;

    /// <inheritdoc/>
    public int Capacity => PlaceSize;

    /// <summary>Cells that do not take what is written, as worn ones do.</summary>
    public bool IsWorn { get; set; }

    /// <inheritdoc/>
    public FirmwareSlotState State => (Mark & OnTrial) != 0 ? FirmwareSlotState.OnTrial
        : (Mark & Armed) != 0 ? FirmwareSlotState.Armed : FirmwareSlotState.Confirmed;

    private static ModelImage Factory => new(Firmware.Version.Number, ImageFault.None);

    private byte Mark
    {
        get
        {
            Span<byte> mark = stackalloc byte[1];
            _cells.Read(0, mark);
            return mark[0];
        }
    }

    private int InForce => Mark & 1;

    private int Free => 1 - InForce;

    /// <summary>The loader's work at a start: chooses the program and remembers what it tried.</summary>
    /// <returns>The program that runs.</returns>
    public ModelImage Start()
    {
        if (State == FirmwareSlotState.OnTrial) Set(InForce);
        if (State != FirmwareSlotState.Armed) return _running = ImageIn(InForce) ?? Factory;
        Set(InForce | OnTrial);
        var tried = ImageIn(Free);
        if (tried is not null && tried.Fault != ImageFault.Start) return _running = tried;
        // It hangs, the watchdog starts the board again, and that start finds it on trial.
        return Start();
    }

    /// <summary>The program that runs.</summary>
    public ModelImage Running => _running;

    /// <inheritdoc/>
    public DeviceResult Begin(int length)
    {
        if (State != FirmwareSlotState.Confirmed || length > Capacity) return DeviceResult.Failed;
        Put(Place(Free), new byte[ModelImage.HeadLength]);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Write(int position, byte[] buffer, int offset, int count)
    {
        if (State != FirmwareSlotState.Confirmed || position + count > Capacity) return DeviceResult.Failed;
        if (!IsWorn) Put(Place(Free) + position, buffer.AsSpan(offset, count).ToArray());
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Read(int position, byte[] buffer, int offset, int count)
    {
        if (position + count > Capacity) return DeviceResult.Failed;
        _cells.Read(Place(Free) + position, buffer.AsSpan(offset, count));
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult SwitchAtNextStart() => Change(FirmwareSlotState.Confirmed, InForce | Armed);

    /// <inheritdoc/>
    public DeviceResult Confirm() => Change(FirmwareSlotState.OnTrial, Free);

    /// <inheritdoc/>
    /// <remarks>The mark of a trial is enough: the next start takes the program before.</remarks>
    public DeviceResult Revert() => State == FirmwareSlotState.OnTrial ? DeviceResult.Ok : DeviceResult.Failed;

    private static int Place(int place) => (1 + place) * PlaceSize;

    private DeviceResult Change(FirmwareSlotState from, int mark)
    {
        if (State != from) return DeviceResult.Failed;
        Set(mark);
        return DeviceResult.Ok;
    }

    private ModelImage? ImageIn(int place)
    {
        Span<byte> head = stackalloc byte[ModelImage.HeadLength];
        _cells.Read(Place(place), head);
        return ModelImage.Of(head);
    }

    private void Set(int mark) => Put(0, [(byte)mark]);

    private void Put(int address, byte[] bytes) =>
        _power.Write(StoreWrite.Firmware, bytes.Length, done => _cells.Write(address, bytes.AsSpan(0, done)));
}
