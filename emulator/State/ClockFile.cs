using System.Text.Json;
using Nf.Emulator.Peripherals;

namespace Nf.Emulator.State;

/// <summary>Keeps the base of the battery-backed clock from one run to the next.</summary>
/// <remarks><code>new WallCivilTime(file.Load() ?? ClockBase.Romania(wall), wall, file.Save)</code></remarks>
public sealed class ClockFile(string path)
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>The stored base; null when the clock was never set.</summary>
    /// <exception cref="StateException">The file is unreadable.</exception>
    public ClockBase? Load()
    {
        try
        {
            if (!File.Exists(path)) return null;
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path), Options) ?? throw new JsonException();
            return new ClockBase(stored.Civil, stored.Utc.ToUniversalTime());
        }
        catch (JsonException e)
        {
            throw new StateException(StateProblem.Damaged, $"{path} is unreadable: remove it and set the clock again", e);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(path, e);
        }
    }

    /// <summary>Stores a base.</summary>
    /// <exception cref="StateException">The operating system refused.</exception>
    public void Save(ClockBase value)
    {
        try
        {
            SafeFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(new Stored(value.Civil, value.Utc), Options));
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(path, e);
        }
    }

    private sealed record Stored(DateTime Civil, DateTime Utc);
}
