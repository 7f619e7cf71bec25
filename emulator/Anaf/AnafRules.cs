namespace Nf.Emulator.Anaf;

/// <summary>What the order and the norms leave open and NF assumes (docs/reference/anaf-protocol.md): all in this one place.</summary>
public sealed record AnafRules
{
    /// <summary>The rules as the register has them.</summary>
    public static AnafRules Usual { get; } = new();

    /// <summary>Media type of a signed message and of its answer.</summary>
    public string SignedType { get; init; } = "application/pkcs7-mime";

    /// <summary>Media type of a request for a new certificate.</summary>
    public string RequestType { get; init; } = "application/pkcs10";

    /// <summary>The register that signed a message must be the one that the connection's certificate names; it may have signed before it renewed its certificate.</summary>
    public bool SignerIsClient { get; init; } = true;

    /// <summary>Paths by what they are for: 1 ordinary registers, 2 exchange, 3 taxi, 4 airport, 5 renewal (annex 3).</summary>
    public IReadOnlyDictionary<int, string> Paths { get; init; } = new Dictionary<int, string>
    {
        [1] = "/bon",
        [2] = "/schimb",
        [3] = "/taxi",
        [4] = "/aeroport",
        [5] = "/certificat",
    };

    /// <summary><c>coteZ/@valOp</c> leaves out exempt operations and other taxes: with them it makes <c>totB</c>.</summary>
    public bool ExemptOutsideRates { get; init; } = true;

    /// <summary><c>pl</c> is net of change: its sum is <c>totB</c>, when all is in the reference currency.</summary>
    public bool PaymentsMakeTotal { get; init; } = true;

    /// <summary>An airport shop's receipts all name a flight.</summary>
    public bool AirportNeedsFlight { get; init; } = true;

    /// <summary>How far a register's clock may be ahead before it is noted.</summary>
    public TimeSpan ClockAhead { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest body that is read, bytes.</summary>
    public int LongestBody { get; init; } = 8 * 1024 * 1024;

    /// <summary>The longest text of an answer, characters.</summary>
    public int LongestText { get; init; } = 200;
}
