using System.Globalization;
using System.Reflection;
using Mono.Cecil;

namespace Nf.Tests.Machine.Board;

/// <summary>
/// A type or member as one line, the same whether it is read from a file or by reflection:
/// <c>System.String.get_Length() : System.Int32</c>.
/// </summary>
internal static class ApiLine
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    /// <summary>Everything that a contract lets others name.</summary>
    public static IEnumerable<string> Declared(ModuleDefinition contract) =>
        contract.GetTypes().Where(type => type.IsPublic).SelectMany(Declared);

    /// <summary>A method, declared or referred to.</summary>
    public static string Of(MethodReference method)
    {
        var parameters = string.Join(',', method.Parameters.Select(parameter => parameter.ParameterType.FullName));
        return $"{method.DeclaringType.FullName}.{method.Name}({parameters}) : {method.ReturnType.FullName}";
    }

    /// <summary>A field, declared or referred to; without the value of a constant.</summary>
    public static string Of(FieldReference field) => $"{field.DeclaringType.FullName}.{field.Name} : {field.FieldType.FullName}";

    /// <summary>A type and everything that code may name on it, inherited members included, as it runs here.</summary>
    public static IEnumerable<string> Existing(Type type) =>
    [
        type.FullName!,
        .. type.GetFields(Everything).Select(field => $"{type}.{field.Name} : {field.FieldType}{Value(field)}"),
        .. type.GetConstructors(Everything).Select(constructor => Of(type, constructor, typeof(void))),
        .. type.GetMethods(Everything).Select(method => Of(type, method, method.ReturnType)),
    ];

    private static IEnumerable<string> Declared(TypeDefinition type) =>
    [
        type.FullName,
        .. type.Fields.Where(field => field.IsPublic && !field.IsSpecialName).Select(field => Of(field) + Value(field)),
        .. type.Methods.Where(method => method.IsPublic || method.IsFamily).Select(Of),
    ];

    private static string Of(Type type, MethodBase method, Type result) =>
        $"{type}.{method.Name}({string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType))}) : {result}";

    private static string Value(FieldDefinition field) => field.HasConstant ? Constant(field.Constant) : "";

    private static string Value(FieldInfo field) => field.IsLiteral ? Constant(field.GetRawConstantValue()) : "";

    private static string Constant(object? value) => " = " + Convert.ToString(value, CultureInfo.InvariantCulture);
}
