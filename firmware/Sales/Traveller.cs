namespace Nf.Firmware.Sales;

/// <summary>What the receipt of an airport shop says of the buyer (norms, art. 56 (4)). One object serves all receipts.</summary>
public sealed class Traveller
{
    /// <summary>Characters of a flight number at most, as ANAF's message has it.</summary>
    public const int MaxFlight = 10;

    /// <summary>Characters of the name, and of the document, at most.</summary>
    public const int MaxText = 36;

    /// <summary>The flight number: RO361.</summary>
    public string Flight { get; private set; } = "";

    /// <summary>The buyer's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Type and number of the travel document.</summary>
    public string Document { get; private set; } = "";

    public void Set(string flight, string name, string document)
    {
        Flight = flight;
        Name = name;
        Document = document;
    }

    /// <summary>All that the law asks for is there.</summary>
    public bool IsComplete => Flight.Length > 0 && Name.Length > 0 && Document.Length > 0;

    public void CopyFrom(Traveller other) => Set(other.Flight, other.Name, other.Document);

    public void Clear() => Set("", "", "");
}
