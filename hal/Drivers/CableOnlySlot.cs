using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>A board whose program changes by cable alone, as nanoFramework 1.x has it: it can say which board it is, and nothing more.</summary>
/// <remarks><code>devices.Firmware = new CableOnlySlot("esp32-s3");</code></remarks>
public sealed class CableOnlySlot : IFirmwareSlot
{
    /// <param name="board">The board's name, as images are signed for it.</param>
    public CableOnlySlot(string board) => Board = board;

    /// <inheritdoc/>
    public string Board { get; }

    /// <inheritdoc/>
    public byte[] MakerKey => null;

    /// <inheritdoc/>
    public int Capacity => 0;

    /// <inheritdoc/>
    public FirmwareSlotState State => FirmwareSlotState.Confirmed;

    /// <inheritdoc/>
    public DeviceResult Begin(int length) => DeviceResult.Failed;

    /// <inheritdoc/>
    public DeviceResult Write(int position, byte[] buffer, int offset, int count) => DeviceResult.Failed;

    /// <inheritdoc/>
    public DeviceResult Read(int position, byte[] buffer, int offset, int count) => DeviceResult.Failed;

    /// <inheritdoc/>
    public DeviceResult SwitchAtNextStart() => DeviceResult.Failed;

    /// <inheritdoc/>
    public DeviceResult Confirm() => DeviceResult.Failed;

    /// <inheritdoc/>
    public DeviceResult Revert() => DeviceResult.Failed;
}
