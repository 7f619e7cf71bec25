using Nf.Hal.Devices;

namespace Nf.Emulator.Scenarios.Bench;

/// <summary>The register that a story wants before its first step.</summary>
/// <param name="Start">What its clock shows when the story begins.</param>
/// <param name="Profile">0: reports by files. 1: sends to ANAF.</param>
/// <param name="Way">The way out of a register of profile 1.</param>
/// <param name="Seed">What is random comes from it: how long turns take, the first frame's number.</param>
public sealed record BenchOrder(DateTime Start, int Profile = 0, LinkKind Way = LinkKind.Ethernet, int Seed = 0)
{
    /// <summary>A Monday morning, when a story names no other.</summary>
    public static DateTime UsualStart { get; } = new(2026, 11, 16, 8, 0, 0);
}
