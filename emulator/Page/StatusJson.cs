using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nf.Emulator.Machine;
using Nf.Firmware.Online;

namespace Nf.Emulator.Page;

/// <summary>The JSON of the register's status: names in camel case, enumerations as words, letters as they are.</summary>
[JsonSerializable(typeof(RegisterSnapshot))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    /// <summary>The one in use.</summary>
    public static StatusJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new JsonStringEnumConverter<RegisterMode>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<OnlineActivity>(JsonNamingPolicy.CamelCase),
        },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
