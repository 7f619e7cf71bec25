namespace Nf.Boards.Virtual;

/// <summary>Where lines of text go.</summary>
public interface ITextOutput
{
    /// <summary>Writes one line.</summary>
    void Line(string text);
}
