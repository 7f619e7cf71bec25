using System.Globalization;

namespace Nf.Benchmarks;

/// <summary>Prints figures as they come, in columns.</summary>
public static class FigureTable
{
    public static void Head() => Row("name", "figure", "unit", "target");

    public static void Row(Figure figure) =>
        Row(figure.Name, Text(figure.Value), figure.Unit, figure.Target);

    private static void Row(string name, string figure, string unit, string target) =>
        Console.WriteLine($"{name,-36} {figure,10}  {unit,-14} {target,10}".TrimEnd());

    private static string Text(double value) => value.ToString(value < 100 ? "0.0" : "#,##0", CultureInfo.InvariantCulture);
}
