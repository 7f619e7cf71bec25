using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nf.Emulator.Peripherals;

/// <summary>The JSON of a paper line: only what differs from a plain line, letters as they are.</summary>
[JsonSerializable(typeof(PaperLine))]
internal sealed partial class PaperJson : JsonSerializerContext
{
    /// <summary>The one in use.</summary>
    public static PaperJson Readable { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
