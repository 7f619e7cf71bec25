using System.Diagnostics;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

for (int k = 0; k < 30; k++)
{
    var sw = Stopwatch.StartNew();
    var time = new VirtualTime();
    var power = new PowerSupply();
    var roll = new PaperRoll();
    var hw = new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), new MemoryCard(power), roll, time, new VirtualCivilTime(time, new DateTime(2026, 11, 16, 7, 0, 0)));
    var m = new RegisterMachine(hw);
    m.PowerOn();
    var t1 = sw.Elapsed.TotalMilliseconds;
    m.Register.Fiscalise(DemoShop.Order());
    var t2 = sw.Elapsed.TotalMilliseconds;
    var c = new DatecsClient(new MachineChannel(m));
    void S(int cmd, string data) { var r = c.SendData(cmd, data); if (!r.Ok) Console.WriteLine(cmd + " " + r.ErrorCode); }
    for (int i = 0; i < 10; i++)
    {
        S(48, "1\t0001\t1\tI\tRO123456789\t");
        S(49, "Apă plată 0.5L\t2\t3.50\t2.000\t0\t0\t1\tBUC\t");
        S(49, "Țigări cu un nume foarte lung care trece de lățimea hârtiei\t1\t25.99\t1.000\t2\t10.00\t1\tBUC\t");
        S(53, "0\t100.00\t"); S(56, "");
    }
    m.RunToRest();
    var t3 = sw.Elapsed.TotalMilliseconds;
    S(69, "Z\t");
    m.RunToRest();
    if (k % 5 == 4) Console.WriteLine($"on {t1:0.00} fiscalise {t2 - t1:0.00} 10 receipts {t3 - t2:0.00} z {sw.Elapsed.TotalMilliseconds - t3:0.00} writes {power.Writes}");
}
return 0;
