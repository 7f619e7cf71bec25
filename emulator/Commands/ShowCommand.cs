using System.Text.Json;
using System.Text.Json.Serialization;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

namespace Nf.Emulator.Commands;

/// <summary><c>nf show</c>: looks at a register's state without changing it, also while it runs.</summary>
public static class ShowCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What was printed.</summary>
    public static void Paper(StateDirectory directory, bool json)
    {
        var lines = Read(directory, () => PaperRollFile.Read(directory.PaperPath));
        if (json) Print(lines);
        else foreach (var line in lines) Console.WriteLine(PaperText.Render(line, Hardware.PaperColumns));
    }

    /// <summary>The journal's days, each with its hash computed anew and compared.</summary>
    public static void Journal(StateDirectory directory, bool json)
    {
        var days = Read(directory, () => JournalListing.Of(directory));
        if (json) Print(days);
        else JournalListing.Write(days, Console.Out);
    }

    /// <summary>The fiscal memory's records.</summary>
    public static void Memory(StateDirectory directory, bool json)
    {
        var records = Read(directory, () => MemoryListing.Of(RegisterCopy.Of(directory).Register));
        if (json) Print(records);
        else MemoryListing.Write(records, Console.Out);
    }

    /// <summary>Mode, the open day's totals, counters, what blocks it.</summary>
    public static void Status(StateDirectory directory, bool json)
    {
        var status = Read(directory, () => RegisterSnapshot.Of(RegisterCopy.Of(directory).Register));
        if (json) Print(status);
        else StatusText.Write(status, Console.Out);
    }

    private static T Read<T>(StateDirectory directory, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(directory.Root, e);
        }
    }

    private static void Print<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Json));
}
