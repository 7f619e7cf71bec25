using System.Text;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

/// <summary>The printer driver on one end of a wire and the printer model on the other, on virtual time.</summary>
internal sealed class PrinterBench
{
    private const int Columns = 42;
    private const int TurnsWithoutTime = 1000;
    private int _turns;

    public PrinterBench()
    {
        Model = new EscPosPrinterModel(Wire, Time, Roll, Columns);
        Driver = new EscPosPrinter(Wire, Time, Columns);
    }

    public SerialWire Wire { get; } = new();

    public VirtualTime Time { get; } = new();

    public PaperRoll Roll { get; } = new();

    public EscPosPrinterModel Model { get; }

    public EscPosPrinter Driver { get; }

    public string[] Text => [.. Roll.Lines.Select(line => line.Text)];

    public static PrinterBench Ready()
    {
        var bench = new PrinterBench();
        bench.RunFor(milliseconds: 50);
        return bench;
    }

    public void Start(string text, LineStyle style = LineStyle.Normal) => Start(Encoding.UTF8.GetBytes(text), style);

    public void Start(byte[] text, LineStyle style = LineStyle.Normal) => Driver.PrintLine(text, 0, text.Length, style);

    public void Print(string text, LineStyle style = LineStyle.Normal)
    {
        Start(text, style);
        Finish();
    }

    public void Finish() => RunUntil(() => Driver.Idle, milliseconds: 5000);

    public void RunUntil(Func<bool> reached, int milliseconds)
    {
        var end = Time.Milliseconds + milliseconds;
        while (!reached())
        {
            Assert.IsTrue(Time.Milliseconds < end, $"not reached within {milliseconds} ms; faults: {Driver.Faults}");
            Turn();
        }
    }

    public void RunFor(int milliseconds)
    {
        var end = Time.Milliseconds + milliseconds;
        while (Time.Milliseconds < end) Turn();
    }

    private void Turn()
    {
        var before = Time.NowMicroseconds;
        Driver.Poll();
        Time.AdvanceTo(Math.Min(Model.NextEvent, Time.NowMicroseconds + 1000));
        Model.Advance(Time.NowMicroseconds);
        _turns = Time.NowMicroseconds == before ? _turns + 1 : 0;
        Assert.IsTrue(_turns < TurnsWithoutTime, "driver and model talk without end while no time passes");
    }
}
