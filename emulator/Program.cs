using System.Diagnostics;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;

var time = new VirtualTime();
var power = new PowerSupply();
var roll = new PaperRoll();
var hw = new Hardware(power, new RamStore(Hardware.FiscalMemorySize, 0xFF), new RamStore(Mb85rsModel.Size), new MemoryCard(power), roll, time, new VirtualCivilTime(time, new DateTime(2026, 11, 16, 7, 0, 0)));
var m = new RegisterMachine(hw);
var sw = Stopwatch.StartNew();
Console.WriteLine(m.PowerOn());
Console.WriteLine(m.Register.Fiscalise(DemoShop.Order()));
var c = new DatecsClient(new MachineChannel(m));
void S(int cmd, string data) { var r = c.SendData(cmd, data); Console.WriteLine($"{cmd} {data.Replace('\t', '|')} -> {string.Join('|', r.Fields)} {Convert.ToHexString(r.Status)}"); }
S(74, ""); S(62, ""); S(50, ""); S(90, "");
S(48, "1\t0001\t1\tI\tRO123456789\t");
S(49, "Apă plată 0.5L\t2\t3.50\t2.000\t0\t0\t1\tBUC\t");
S(49, "Țigări cu un nume foarte lung care trece de lățimea hârtiei\t1\t25.99\t1.000\t2\t10.00\t1\tBUC\t");
S(49, "Apă plată 0.5L\t2\t-3.50\t2.000\t\t\t1\tBUC\t");
S(49, "Timbru\t5\t4.00\t1.000\t\t\t1\tBUC\t");
S(51, "1\t1\t2\t5.00\t"); S(54, "Vă mulțumim!\t");
S(53, "0\t100.00\t"); S(56, ""); S(70, "0\t50.00\t"); S(69, "X\t"); S(69, "Z\t"); S(99, "");
m.RunToRest();
foreach (var l in roll.Lines) Console.WriteLine(PaperText.Render(l, 42));
Console.WriteLine(sw.ElapsedMilliseconds + " ms, writes " + power.Writes + ", violations " + hw.FiscalMemory.Violations.Count + " " + hw.Display.Upper + "/" + hw.Display.Lower);
return 0;
