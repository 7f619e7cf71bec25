namespace Nf.Boards.Virtual;

/// <summary>The fiscal core on a board of RAM: shows that it lives, without any hardware.</summary>
public static class Program
{
    /// <summary>Sells, closes the day, restarts, makes the day's message; prints the paper and a summary.</summary>
    public static void Main() => new VirtualDay(new ConsoleText(), DayScript.UsualReceipts).Run();
}
