using System;
using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The register's clock in a Maxim DS3231, I2C address 68h, backed by its own battery.</summary>
/// <remarks>
/// Registers: 00h to 06h the time in BCD, 24-hour form, month register bit 7 the century; 0Eh control; 0Fh status with
/// the oscillator stop flag (OSF). One read of 00h to 0Fh takes time and flag at the same instant.
/// <code>IClock clock = new Ds3231Clock(boardI2cAt68h);</code>
/// </remarks>
public sealed class Ds3231Clock : IClock
{
    private const byte TimeRegister = 0x00;
    private const byte ControlRegister = 0x0E;
    private const int StatusRegister = 0x0F;
    private const int OscillatorStopped = 0x80;

    /// <summary>The chip's default: oscillator runs on battery (EOSC 0), no square wave, no alarms.</summary>
    private const byte ControlDefault = 0x1C;

    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private readonly II2cDevice _i2c;
    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _registers = new byte[StatusRegister + 1];
    private readonly byte[] _frame = new byte[8];

    /// <summary>Reserves the buffers; the chip is not asked yet.</summary>
    public Ds3231Clock(II2cDevice i2c) => _i2c = i2c;

    /// <inheritdoc/>
    /// <remarks><see cref="DeviceResult.Failed"/> when the registers hold no time of the years 2000 to 2099.</remarks>
    public DeviceResult Read(out DateTime now)
    {
        now = default;
        _pointer[0] = TimeRegister;
        I2cStatus status = _i2c.WriteRead(_pointer, 1, _registers, _registers.Length);
        if (status != I2cStatus.Done) return ResultOf(status);
        if ((_registers[StatusRegister] & OscillatorStopped) != 0) return DeviceResult.Lost;
        return Decode(out now) ? DeviceResult.Ok : DeviceResult.Failed;
    }

    /// <inheritdoc/>
    /// <remarks>Clears the oscillator stop flag once the time is in.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000 to 2099.</exception>
    public DeviceResult Set(DateTime now)
    {
        if (now.Year < FirstYear || now.Year > LastYear) throw new ArgumentOutOfRangeException("now");
        Encode(now);
        I2cStatus status = _i2c.Write(_frame, 8);
        if (status != I2cStatus.Done) return ResultOf(status);

        _frame[0] = ControlRegister;
        _frame[1] = ControlDefault;
        _frame[2] = 0;
        return ResultOf(_i2c.Write(_frame, 3));
    }

    private static DeviceResult ResultOf(I2cStatus status)
    {
        if (status == I2cStatus.Done) return DeviceResult.Ok;
        return status == I2cStatus.AddressNotAcknowledged ? DeviceResult.NotConnected : DeviceResult.Failed;
    }

    private void Encode(DateTime time)
    {
        _frame[0] = TimeRegister;
        _frame[1] = Bcd.Encode(time.Second);
        _frame[2] = Bcd.Encode(time.Minute);
        _frame[3] = Bcd.Encode(time.Hour);
        _frame[4] = (byte)((int)time.DayOfWeek + 1);
        _frame[5] = Bcd.Encode(time.Day);
        _frame[6] = Bcd.Encode(time.Month);
        _frame[7] = Bcd.Encode(time.Year - FirstYear);
    }

    /// <summary>The bits for the 12-hour form and for a later century make hour and month too large: no time of ours.</summary>
    private bool Decode(out DateTime time)
    {
        time = default;
        int second = Bcd.Decode(_registers[0]);
        int minute = Bcd.Decode(_registers[1]);
        int hour = Bcd.Decode(_registers[2]);
        int day = Bcd.Decode(_registers[4]);
        int month = Bcd.Decode(_registers[5]);
        int year = Bcd.Decode(_registers[6]);
        if (!IsTimeOfDay(hour, minute, second) || !IsDate(year, month, day)) return false;
        time = new DateTime(FirstYear + year, month, day, hour, minute, second);
        return true;
    }

    private static bool IsTimeOfDay(int hour, int minute, int second) =>
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;

    private static bool IsDate(int year, int month, int day) =>
        year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= DateTime.DaysInMonth(FirstYear + year, month);
}
