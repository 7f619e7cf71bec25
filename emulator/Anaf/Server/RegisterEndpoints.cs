using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Store;

namespace Nf.Emulator.Anaf.Server;

/// <summary>The API's part about registers and the technician's files (docs/reference/anaf-stand-in.md).</summary>
internal static class RegisterEndpoints
{
    private const string Pem = "application/x-pem-file";
    private const string P7b = "application/pkcs7-mime";
    private const int Most = 1000;

    /// <summary>A register that is to be registered.</summary>
    internal sealed record RegisterOrder(string Series, string Kind, string FiscalCode);

    /// <summary>A way back to profile 0.</summary>
    internal sealed record ResetOrder(DateOnly Until);

    /// <summary>A register with its certificates and the configuration that a technician would bring.</summary>
    internal sealed record RegisterView(RegisterRow Register, IReadOnlyList<CertificateRow> Certificates, AnafProfile Profile);

    internal static void Map(IEndpointRouteBuilder routes, AnafDesk desk, ServerAddresses addresses)
    {
        routes.MapGet("/api/registers", (string? after, int? count) => desk.Registers.All(after ?? "", Math.Clamp(count ?? 200, 1, Most)));
        routes.MapPost("/api/registers", (RegisterOrder order) =>
        {
            desk.Registers.Add(order.Series, order.Kind, order.FiscalCode, addresses.Now);
            return View(desk, addresses, order.Series);
        });
        routes.MapGet("/api/registers/{series}", (string series) => MessageEndpoints.Found(View(desk, addresses, series)));
        routes.MapPost("/api/registers/{series}/revoke", (string series) => Change(desk, addresses, series, () => desk.Registers.Revoke(series)));
        routes.MapPost("/api/registers/{series}/expire", (string series) => Change(desk, addresses, series, () => desk.Registers.Expire(series, addresses.Now)));
        MapFiles(routes.MapGroup("/api/registers/{series}/files"), desk, addresses);
    }

    private static void MapFiles(IEndpointRouteBuilder files, AnafDesk desk, ServerAddresses addresses)
    {
        files.MapGet("/anaf", (string series) => MessageEndpoints.File(TechnicianFiles.Anaf(desk.Authority), Pem, TechnicianFiles.AnafName));
        files.MapGet("/certificate", (string series) =>
        {
            using var certificate = desk.Registers.WithKey(series);
            return MessageEndpoints.File(certificate is null ? null : TechnicianFiles.Certificate(certificate), Pem, TechnicianFiles.CertificateName(series));
        });
        files.MapGet("/configuration", (string series, int? nrZ, int? nrM, int? nrT, int? rapZ) =>
        {
            if (desk.Registers.Find(series) is not { } register) return Results.NotFound();
            var usual = addresses.Usual(register);
            return Configuration(desk, addresses, series, usual with { NrZ = nrZ ?? usual.NrZ, NrM = nrM ?? usual.NrM, NrT = nrT ?? usual.NrT, RapZ = rapZ ?? usual.RapZ });
        });
        files.MapPost("/configuration", (string series, AnafProfile profile) => Configuration(desk, addresses, series, profile));
        files.MapPost("/reset", (string series, ResetOrder order) => MessageEndpoints.File(
            TechnicianFiles.Reset(desk.Authority, new AnafReset(RomanianTime.Of(addresses.Now), order.Until), addresses.Now), P7b, TechnicianFiles.ConfigurationName(series)));
        files.MapGet("/unblocking", (string series) =>
            MessageEndpoints.File(desk.Unblocking(series, addresses.Now), P7b, TechnicianFiles.ConfigurationName(series)));
    }

    private static IResult Configuration(AnafDesk desk, ServerAddresses addresses, string series, AnafProfile profile) =>
        MessageEndpoints.File(desk.Configuration(series, profile, addresses.Now), P7b, TechnicianFiles.ConfigurationName(series));

    private static RegisterView? View(AnafDesk desk, ServerAddresses addresses, string series) => desk.Registers.Find(series) is not { } register
        ? null
        : new RegisterView(register, desk.Registers.Certificates(series), addresses.Usual(register));

    private static IResult Change(AnafDesk desk, ServerAddresses addresses, string series, Action change)
    {
        if (desk.Registers.Find(series) is null) return Results.NotFound();
        change();
        return Results.Ok(View(desk, addresses, series));
    }
}
