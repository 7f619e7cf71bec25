using Nf.Firmware.Access;
using Nf.Firmware.Bytes;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Time;

/// <summary>Keeps the clock on civil time when Romania's summer time begins and ends.</summary>
/// <remarks>
/// The clock chip holds civil time and knows nothing of seasons; a cell says on which of them it runs. In spring it goes
/// forward at once. In autumn it goes back only when that puts it before no document and no record (norms, art. 34 k)):
/// a register that issues none for an hour shifts then, and until it does its documents bear summer time.
/// The cell is written before the chip and says from where the shift began: after a power cut between the two the chip
/// tells whether it was moved.
/// </remarks>
internal sealed class SummerTime
{
    private const int Hour = 3600;
    private const byte Winter = 1;
    private const byte Summer = 2;

    private readonly IClock _clock;
    private readonly CellStore _cells;
    private readonly byte[] _cell = new byte[AccessLayout.SeasonLength];
    private byte _season;
    private long _shiftFrom;

    internal SummerTime(IClock clock, CellStore cells)
    {
        _clock = clock;
        _cells = cells;
    }

    /// <summary>The clock runs on summer time.</summary>
    internal bool IsOn => _season == Summer;

    /// <summary>Once, at start, before the clock is read.</summary>
    internal void Load()
    {
        _season = 0;
        _shiftFrom = 0;
        if (!_cells.Read(AccessLayout.Season, _cell, _cell.Length)) return;
        var reader = new ByteReader(_cell);
        _season = (byte)reader.U8();
        _shiftFrom = reader.U32();
    }

    /// <summary>What the clock should show for what the chip shows; moves the chip when the season changes.</summary>
    /// <param name="chip">Seconds since 2000 as the chip has them.</param>
    /// <param name="newest">Moment of the newest document or record.</param>
    internal long Follow(long chip, long newest)
    {
        if (_season == 0) Save(CivilTime.IsSummerTime(chip) ? Summer : Winter, 0);
        if (_shiftFrom != 0) return FinishShift(chip);
        if (IsOn) return !CivilTime.IsSummerTime(chip) && chip - Hour >= newest ? Shift(chip, Winter) : chip;
        return CivilTime.IsSummerTime(chip) && !IsRepeatedHour(chip) ? Shift(chip, Summer) : chip;
    }

    /// <summary>The clock is about to be set by hand.</summary>
    /// <param name="seconds">The new time.</param>
    /// <param name="markedSummer">It was given as summer time; decides in the hour that comes twice.</param>
    internal bool Adopt(long seconds, bool markedSummer)
    {
        bool summer = CivilTime.IsSummerTime(seconds) && (markedSummer || !IsRepeatedHour(seconds));
        return Save(summer ? Summer : Winter, 0);
    }

    private static bool IsRepeatedHour(long seconds) => CivilTime.IsSummerTime(seconds) && !CivilTime.IsSummerTime(seconds + Hour);

    private long Shift(long chip, byte season) => Save(season, chip) ? Move(chip) : chip;

    private long FinishShift(long chip)
    {
        bool moved = IsOn ? chip - _shiftFrom >= Hour : chip < _shiftFrom;
        if (!moved) return Move(chip);
        Save(_season, 0);
        return chip;
    }

    private long Move(long chip)
    {
        long civil = IsOn ? chip + Hour : chip - Hour;
        if (_clock.Set(CivilTime.ToDateTime(civil)) != DeviceResult.Ok) return chip;
        Save(_season, 0);
        return civil;
    }

    private bool Save(byte season, long shiftFrom)
    {
        var writer = new ByteWriter(_cell);
        writer.U8(season);
        writer.U32(shiftFrom);
        if (_cells.Write(AccessLayout.Season, _cell, _cell.Length) != Errors.FiscalError.None) return false;
        _season = season;
        _shiftFrom = shiftFrom;
        return true;
    }
}
