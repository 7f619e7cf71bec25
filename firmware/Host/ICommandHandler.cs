namespace Nf.Firmware.Host;

/// <summary>Carries out the commands that a <see cref="DatecsSession"/> receives.</summary>
public interface ICommandHandler
{
    /// <summary>Executes or continues a command; the request stays the same until it is finished.</summary>
    /// <returns>False: not finished, call again next turn. The session meanwhile tells the host to wait.</returns>
    bool Execute(DatecsRequest request, DatecsAnswer answer);

    /// <summary>Writes the eight status bytes (<see cref="StatusBits"/>) as they are now.</summary>
    /// <remarks>The session adds bit 7 of each and the bits of the answer itself.</remarks>
    void WriteStatus(byte[] status);
}
