namespace Nf.Hal.Drivers;

/// <summary>What became of an AT command.</summary>
internal enum AtResult
{
    None,

    /// <summary>OK, and the awaited line.</summary>
    Ok,

    /// <summary>ERROR, with or without a number.</summary>
    Error,

    /// <summary>It did not end in time.</summary>
    Late,
}
