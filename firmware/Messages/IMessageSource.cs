using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Messages;

/// <summary>A message that is written piece by piece, the same bytes each time.</summary>
/// <remarks><code>source.Begin(); while (source.Next(sink)) { } FiscalError error = source.Error;</code></remarks>
public interface IMessageSource
{
    /// <summary>What stopped the writing; None when all went well.</summary>
    FiscalError Error { get; }

    /// <summary>Begins anew with the first byte.</summary>
    void Begin();

    /// <summary>Writes the next bounded piece; false when there is no more, or an error.</summary>
    bool Next(IByteSink sink);
}
