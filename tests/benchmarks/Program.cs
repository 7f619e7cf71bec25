using Nf.Benchmarks;

IBenchmark[] all = [new PlayBenchmark(), new HostLineBenchmark(), new DayBenchmark(), new TenYearsBenchmark(), new PowerCutsBenchmark(), new InstructionsBenchmark(), new MethodsBenchmark(), new RsaBenchmark(), new AllocationBenchmark()];
if (args.Except(all.Select(benchmark => benchmark.Name)).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"no benchmark {string.Join(", ", unknown)}; there are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}");
    return 2;
}

FigureTable.Head();
foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
    foreach (var figure in benchmark.Run()) FigureTable.Row(figure);
return 0;
