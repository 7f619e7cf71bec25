using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Nf.Tests.Machine.Board;

/// <summary>A type that code names somewhere: in a signature, a field, a local, an instruction.</summary>
internal readonly record struct Mention(string Where, TypeReference Type)
{
    /// <summary>Every type that a type names, with the element and argument types that they are made of.</summary>
    public static IEnumerable<Mention> Of(TypeDefinition type) =>
        Direct(type).SelectMany(mention => Parts(mention.Type).Select(part => mention with { Type = part }));

    private static IEnumerable<Mention> Direct(TypeDefinition type)
    {
        var shape = type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType);
        return shape.Select(t => new Mention(type.FullName, t))
            .Concat(type.Fields.Select(field => new Mention(field.FullName, field.FieldType)))
            .Concat(type.Methods.SelectMany(Direct))
            .Where(mention => mention.Type != null);
    }

    private static IEnumerable<Mention> Direct(MethodDefinition method)
    {
        var types = Signature(method);
        if (method.HasBody)
        {
            types = types
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
                .Concat(method.Body.Instructions.SelectMany(Operand));
        }

        return types.Select(type => new Mention(method.FullName, type));
    }

    private static IEnumerable<TypeReference> Signature(IMethodSignature method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. Signature(method), .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, .. Signature(method)],
        CallSite site => Signature(site),
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        yield return type;
        if (type is GenericInstanceType generic)
            foreach (var part in generic.GenericArguments.SelectMany(Parts)) yield return part;
        if (type is TypeSpecification specification)
            foreach (var part in Parts(specification.ElementType)) yield return part;
    }
}
