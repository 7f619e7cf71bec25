using System.Reflection;
using System.Runtime.Loader;
using Nf.Emulator.Machine;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Core;

/// <summary>A second copy of register, emulator and these tests, in which the instructions of firmware and HAL are counted.</summary>
/// <remarks>
/// Tests run in it by name: the copy's types are others than those outside. The benchmarks have it too.
/// <code>var world = new CountedWorld(); world.Run(typeof(CountedSales), nameof(CountedSales.Play), (Func&lt;long&gt;)(() => world.Executed), "no cable");</code>
/// </remarks>
internal sealed class CountedWorld : AssemblyLoadContext
{
    private static readonly Assembly[] s_plain = [typeof(Hardware).Assembly, typeof(CountedWorld).Assembly];

    private readonly InstructionCounter _hal;
    private readonly InstructionCounter _firmware;

    /// <param name="withDrivers">False: of the HAL only cryptography is counted.</param>
    public CountedWorld(bool withDrivers = true)
    {
        _hal = new InstructionCounter(typeof(Sha256), this, withDrivers ? "" : typeof(Sha256).Namespace!);
        _firmware = new InstructionCounter(typeof(Nf.Firmware.Register), this);
    }

    /// <summary>Instructions executed so far, without those taken back.</summary>
    public long Executed => _hal.Executed + _firmware.Executed;

    /// <summary>Remembers the counts for <see cref="TakeBack"/>.</summary>
    public void Mark()
    {
        _hal.Mark();
        _firmware.Mark();
    }

    /// <summary>What was executed since the mark does not count.</summary>
    public void TakeBack()
    {
        _hal.TakeBack();
        _firmware.TakeBack();
    }

    /// <summary>Instructions by class and method.</summary>
    public Dictionary<string, long> ByMethod() => _hal.ByMethod().Concat(_firmware.ByMethod()).GroupBy(pair => pair.Key)
        .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));

    /// <summary>Runs a static method of these tests in the copy. Its parameters and what it returns are .NET's own types.</summary>
    public object? Run(Type type, string method, params object[] arguments) =>
        LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!)!.GetMethod(method)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == typeof(Sha256).Assembly.GetName().Name) return _hal.Assembly;
        if (assemblyName.Name == typeof(Nf.Firmware.Register).Assembly.GetName().Name) return _firmware.Assembly;
        var plain = s_plain.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
        return plain is null ? null : LoadFromAssemblyPath(plain.Location);
    }
}
