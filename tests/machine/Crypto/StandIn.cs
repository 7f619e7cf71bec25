using System.Reflection;

namespace Nf.Tests.Machine.Crypto;

/// <summary>Passes calls of an interface's copy on to the interface.</summary>
public class StandIn : DispatchProxy
{
    internal object Target { get; set; } = new();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object? result = Target.GetType().GetMethod(targetMethod!.Name)!.Invoke(Target, args);
        return targetMethod.ReturnType.IsEnum ? Enum.ToObject(targetMethod.ReturnType, (int)result!) : result;
    }
}
