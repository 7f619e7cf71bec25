namespace Nf.Hal.Drivers;

/// <summary>Who is told what an AT channel brings besides the answers to commands.</summary>
internal interface IAtListener
{
    /// <summary>The line announces data or is otherwise the listener's, although it begins as the awaited one does.</summary>
    bool Takes(AtText line);

    /// <summary>A line that answers no command.</summary>
    void Line(AtText line);

    /// <summary>Bytes that <see cref="AtChannel.ExpectData"/> asked for.</summary>
    void Data(byte[] bytes, int offset, int count);
}
