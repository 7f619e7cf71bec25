namespace Nf.Hal.Devices;

/// <summary>The place beside the running program where a new one is put, tried once, and kept or given up.</summary>
/// <remarks>
/// A board whose boot loader has two places implements it; the loader knows by its own durable mark which one it starts:
/// <list type="bullet">
/// <item>Confirmed: it starts the program in force, whatever stands in the other place;</item>
/// <item>Armed: at the next start it first marks the other program as on trial, then starts it;</item>
/// <item>OnTrial: a start that finds this mark starts the program in force again. So a new program that hangs, or loses its
/// power before it is confirmed, has run once.</item>
/// </list>
/// Each change of the mark is one write that a power cut leaves done or not done. With MCUboot these are its own test,
/// confirm and revert. A board that cannot do it is <c>CableOnlySlot</c>. The fiscal core fills it a piece a turn:
/// <code>
/// slot.Begin(length); slot.Write(0, piece, 0, count); ... slot.Read(0, piece, 0, count); ...
/// slot.SwitchAtNextStart(); // after the start: if (slot.State == FirmwareSlotState.OnTrial) slot.Confirm();
/// </code>
/// No call takes longer than the erasing of one sector: <see cref="Write"/> erases what it is about to enter.
/// </remarks>
public interface IFirmwareSlot
{
    /// <summary>The board's name, as images are signed for it: "esp32-s3".</summary>
    string Board { get; }

    /// <summary>Modulus of the maker's RSA-2048 key, 256 bytes, first byte highest; the exponent is 65537. Null: no image is trusted.</summary>
    byte[] MakerKey { get; }

    /// <summary>Bytes of the longest image; 0 on a board whose program changes by cable alone.</summary>
    int Capacity { get; }

    /// <summary>Which program runs, and what the next start does.</summary>
    FirmwareSlotState State { get; }

    /// <summary>Begins a new image in the free place; what stood there is given up. Only while Confirmed.</summary>
    DeviceResult Begin(int length);

    /// <summary>Writes a piece of the image; pieces follow one another.</summary>
    DeviceResult Write(int position, byte[] buffer, int offset, int count);

    /// <summary>Reads back what the free place holds.</summary>
    DeviceResult Read(int position, byte[] buffer, int offset, int count);

    /// <summary>Has the next start try the new image.</summary>
    DeviceResult SwitchAtNextStart();

    /// <summary>The program on trial is good: from here on every start starts it.</summary>
    DeviceResult Confirm();

    /// <summary>The program on trial is given up: the next start starts the one before.</summary>
    DeviceResult Revert();
}

/// <summary>What a board's two places for programs are up to.</summary>
public enum FirmwareSlotState
{
    /// <summary>The program that runs is in force.</summary>
    Confirmed,

    /// <summary>The program that runs is in force; the next start tries the other one.</summary>
    Armed,

    /// <summary>The program that runs was started to be tried; the next start starts the one before, unless it is confirmed.</summary>
    OnTrial,
}
