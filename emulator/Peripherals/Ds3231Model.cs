using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>Maxim DS3231 clock as its I2C bus shows it, in 24-hour form.</summary>
/// <remarks>
/// Nineteen registers behind an address pointer that wraps after 12h. Bytes that are no time leave the clock as it was;
/// what the part does with them is not specified.
/// </remarks>
public sealed class Ds3231Model(ICivilTimeSource time) : II2cDevice
{
    private const int TimeRegisters = 7;
    private const int Control = 0x0E;
    private const int Status = 0x0F;
    private const byte OscillatorStopped = 0x80;
    private const int Month = 5;
    private const byte CenturyBit = 0x80;

    private readonly byte[] _registers = FactoryRegisters();
    private int _pointer;
    private bool _batteryDead;

    /// <summary>False takes the chip from the bus: nobody acknowledges its address.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>True empties the battery and cuts the mains for a moment: the clock stops and starts again at 2000.</summary>
    public bool BatteryDead
    {
        get => _batteryDead;
        set
        {
            _batteryDead = value;
            PowerUp();
        }
    }

    /// <summary>The mains came back: without a battery the time is lost.</summary>
    public void PowerUp()
    {
        _pointer = 0;
        if (!_batteryDead) return;
        _registers[Status] |= OscillatorStopped;
        time.Set(new DateTime(2000, 1, 1));
    }

    /// <inheritdoc/>
    public I2cStatus Write(byte[] buffer, int count)
    {
        if (!Connected) return I2cStatus.AddressNotAcknowledged;
        if (count == 0) return I2cStatus.Done;
        _pointer = buffer[0] % _registers.Length;
        LoadTime();
        var timeWritten = StoreRegisters(buffer.AsSpan(1, count - 1));
        if (timeWritten && Decode(_registers) is { } set) time.Set(set);
        return I2cStatus.Done;
    }

    /// <inheritdoc/>
    public I2cStatus WriteRead(byte[] write, int writeCount, byte[] read, int readCount)
    {
        var status = Write(write, writeCount);
        if (status != I2cStatus.Done) return status;
        LoadTime();
        for (var i = 0; i < readCount; i++) read[i] = _registers[NextRegister()];
        return I2cStatus.Done;
    }

    private bool StoreRegisters(ReadOnlySpan<byte> values)
    {
        var timeWritten = false;
        foreach (var value in values)
        {
            var register = NextRegister();
            timeWritten |= register < TimeRegisters;
            _registers[register] = register == Status ? StatusAfter(value) : value;
        }

        return timeWritten;
    }

    /// <summary>The oscillator stop flag can be cleared by a write, never set.</summary>
    private byte StatusAfter(byte value) => (byte)(value & (_registers[Status] | 0x7F));

    private int NextRegister()
    {
        var register = _pointer;
        _pointer = (_pointer + 1) % _registers.Length;
        return register;
    }

    private void LoadTime()
    {
        var now = time.Now;
        ReadOnlySpan<int> fields =
            [now.Second, now.Minute, now.Hour, 0, now.Day, now.Month, now.Year % 100];
        for (var i = 0; i < TimeRegisters; i++) _registers[i] = (byte)(fields[i] / 10 << 4 | fields[i] % 10);
        _registers[3] = (byte)((int)now.DayOfWeek + 1);
        if (now.Year >= 2100) _registers[Month] |= CenturyBit;
    }

    private static DateTime? Decode(ReadOnlySpan<byte> registers)
    {
        Span<int> fields = stackalloc int[TimeRegisters];
        for (var i = 0; i < TimeRegisters; i++)
        {
            var digits = i == Month ? registers[i] & ~CenturyBit : registers[i];
            if (digits >> 4 > 9 || (digits & 0x0F) > 9) return null;
            fields[i] = (digits >> 4) * 10 + (digits & 0x0F);
        }

        var year = ((registers[Month] & CenturyBit) != 0 ? 2100 : 2000) + fields[6];
        var (hour, day, month) = (fields[2], fields[4], fields[5]);
        if (hour > 23 || fields[1] > 59 || fields[0] > 59) return null;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateTime(year, month, day, hour, fields[1], fields[0]);
    }

    private static byte[] FactoryRegisters()
    {
        var registers = new byte[0x13];
        registers[Control] = 0x1C;
        return registers;
    }
}
