using System.Text.Json;
using System.Text.Json.Serialization;
using Nf.Emulator.Commands;

namespace Nf.Emulator.Visit;

/// <summary>What a technician knows before a visit and no register does: people, papers, the state of the seal.</summary>
/// <param name="Operator">Who uses the register.</param>
/// <param name="Register">The model, as its approval names it.</param>
/// <param name="Service">The accredited service unit.</param>
/// <param name="Technician">Who comes.</param>
/// <param name="TaxOffice">The tax office that the installation is declared to.</param>
/// <param name="Request">What was asked for, and what was found.</param>
public sealed record VisitOrder(OperatorPaper Operator, ModelPaper Register, ServicePaper Service, TechnicianPaper Technician, string TaxOffice, RequestPaper Request)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A visit that nobody can take for a real one.</summary>
    public static VisitOrder Demo { get; } = new(
        new OperatorPaper("MAGAZIN DEMO SRL", "STR. EXEMPLULUI NR. 0, LOC. DEMO, JUD. EXEMPLU", "STR. EXEMPLULUI NR. 0, LOC. DEMO, JUD. EXEMPLU",
            new PersonPaper("POPESCU EXEMPLU", "administrator", "XX", "000000", "SPCLEP DEMO", new DateOnly(2020, 1, 1))),
        new ModelPaper("e) imprimantă fiscală", "NF", "NF EMULATOR", "standard", "fără aviz: emulator", new DateOnly(2026, 11, 1)),
        new ServicePaper("SERVICE DEMO SRL", "STR. ATELIERULUI NR. 0, LOC. DEMO, JUD. EXEMPLU", "RO99999991", "0000 000 000"),
        new TechnicianPaper("TEHNICIAN DEMO", "0001", "T-0001"),
        "AJFP EXEMPLU",
        new RequestPaper(null, "intact", "trecere în profilul 1", true));

    /// <summary>Reads a visit from a JSON file; docs/how-to/connect.md shows one.</summary>
    /// <exception cref="InputException">It cannot be read or is not such a file; the message says where.</exception>
    public static VisitOrder Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<VisitOrder>(File.ReadAllText(path), s_json)
                ?? throw new InputException($"{path} is empty: give a visit as docs/how-to/connect.md shows one");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path} is no visit ({e.Message.TrimEnd('.')}): docs/how-to/connect.md shows one");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read {path} ({e.Message.TrimEnd('.')})");
        }
    }
}

/// <summary>Who uses the register.</summary>
/// <param name="Name">The firm.</param>
/// <param name="Address">Its seat.</param>
/// <param name="PointOfWork">Where the register stands.</param>
/// <param name="Representative">Who signs the declaration.</param>
public sealed record OperatorPaper(string Name, string Address, string PointOfWork, PersonPaper Representative);

/// <summary>Who signs for the firm, with the identity card that the declaration names.</summary>
public sealed record PersonPaper(string Name, string Capacity, string CardSeries, string CardNumber, string CardIssuer, DateOnly CardDate);

/// <summary>The model, as its approval names it.</summary>
/// <param name="Type">Letter and name of norms, art. 17.</param>
/// <param name="Model">The maker's model.</param>
/// <param name="TradeName">The name it is sold under.</param>
/// <param name="Configuration">What it is made of.</param>
/// <param name="Approval">Number and date of the approval.</param>
/// <param name="AcquiredOn">When it was bought.</param>
public sealed record ModelPaper(string Type, string Model, string TradeName, string Configuration, string Approval, DateOnly AcquiredOn);

/// <summary>The accredited service unit.</summary>
public sealed record ServicePaper(string Name, string Address, string FiscalCode, string Phone);

/// <summary>Who comes.</summary>
/// <param name="Name">Name and first name.</param>
/// <param name="Badge">Number of the technician's badge.</param>
/// <param name="Number">The identification number that the service unit declared.</param>
public sealed record TechnicianPaper(string Name, string Badge, string Number);

/// <summary>What was asked for, and what was found (norms, art. 108 (1) a), c), (2)).</summary>
/// <param name="At">When the visit was asked for; null for the register's own time at its start.</param>
/// <param name="Seal">State of the seal at arrival.</param>
/// <param name="Fault">The fault in short, or what is to be done.</param>
/// <param name="OperatorTrained">The operator was shown how to use the register.</param>
public sealed record RequestPaper(DateTime? At, string Seal, string Fault, bool OperatorTrained);
