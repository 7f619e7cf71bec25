using System.Reflection;
using System.Runtime.Loader;
using Nf.Emulator.Machine;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Core;

/// <summary>A second copy of register, emulator and these tests, in which the instructions of firmware and HAL are counted.</summary>
/// <remarks>
/// Tests run in it by name: the copy's types are others than those outside.
/// <code>var times = (long[])new CountedWorld().Run(typeof(CountedSales), nameof(CountedSales.Play), "no cable");</code>
/// </remarks>
internal sealed class CountedWorld : AssemblyLoadContext
{
    private static readonly Assembly[] s_plain = [typeof(Hardware).Assembly, typeof(CountedWorld).Assembly];

    private readonly InstructionCounter _hal;
    private readonly InstructionCounter _firmware;

    public CountedWorld()
    {
        _hal = new InstructionCounter(typeof(Sha256), this);
        _firmware = new InstructionCounter(typeof(Nf.Firmware.Register), this);
    }

    private long Executed => _hal.Executed + _firmware.Executed;

    /// <summary>Runs a static method of these tests in the copy; its first parameter is what tells the instructions executed so far.</summary>
    public object? Run(Type type, string method, params object[] arguments) =>
        LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!)!.GetMethod(method)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [(Func<long>)(() => Executed), .. arguments], null);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == typeof(Sha256).Assembly.GetName().Name) return _hal.Assembly;
        if (assemblyName.Name == typeof(Nf.Firmware.Register).Assembly.GetName().Name) return _firmware.Assembly;
        var plain = s_plain.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
        return plain is null ? null : LoadFromAssemblyPath(plain.Location);
    }
}
