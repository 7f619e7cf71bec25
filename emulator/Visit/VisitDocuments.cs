using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Nf.Emulator.Visit;

/// <summary>A visit's papers: printable pages, and the same as data.</summary>
public static class VisitDocuments
{
    /// <summary>File of the entry of the intervention book.</summary>
    public const string Intervention = "carte-de-interventii.html";

    /// <summary>File of the declaration of installation (norms, annex 10); three copies are signed.</summary>
    public const string Declaration = "declaratie-de-instalare.html";

    /// <summary>File with everything, for programs.</summary>
    public const string Data = "vizita.json";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Makes the papers: file name and contents.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(VisitRecord visit) => new Dictionary<string, string>
    {
        [Intervention] = await RenderAsync<InterventionPaper>(visit),
        [Declaration] = await RenderAsync<DeclarationPaper>(visit),
        [Data] = JsonSerializer.Serialize(visit, s_json) + "\n",
    };

    private static async Task<string> RenderAsync<T>(VisitRecord visit) where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Visit"] = visit }));
            return root.ToHtmlString();
        });
    }
}
