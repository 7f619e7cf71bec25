using Nf.Benchmarks;

// A number says how many registers anaf-load has; among all the others it is a short one.
const int ManyRegisters = 10_000;
const int FewRegisters = 200;
var registers = args.Select(arg => int.TryParse(arg, out var number) ? number : 0).FirstOrDefault(number => number > 0, args.Length == 0 ? FewRegisters : ManyRegisters);
args = [.. args.Where(arg => !int.TryParse(arg, out _))];
IBenchmark[] all = [new PlayBenchmark(), new HostLineBenchmark(), new DayBenchmark(), new TenYearsBenchmark(), new PowerCutsBenchmark(), new InstructionsBenchmark(), new MethodsBenchmark(), new RsaBenchmark(), new AllocationBenchmark(), new AnafLoadBenchmark(registers)];
if (args.Except(all.Select(benchmark => benchmark.Name)).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"no benchmark {string.Join(", ", unknown)}; there are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}");
    return 2;
}

FigureTable.Head();
foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
    foreach (var figure in benchmark.Run()) FigureTable.Row(figure);
return 0;
