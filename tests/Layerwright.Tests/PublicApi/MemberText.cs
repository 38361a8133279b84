using System.Collections.ObjectModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Layerwright.Tests.PublicApi;

/// <summary>Members as C# declares them, on a line each.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext s_nullability = new();

    /// <summary>A member's declaration without its body; null for what the compiler made and for accessors, which their properties show.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        FieldInfo field => Field(field),
        PropertyInfo property => Property(property),
        EventInfo @event => $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!)} {@event.Name}",
        ConstructorInfo constructor => $"{Modifiers(constructor)}{TypeText.Declared(constructor.DeclaringType!).Split('<')[0]}({Parameters(constructor)})",
        MethodInfo method => Method(method),
        _ => null,
    };

    /// <summary>Constructors first, then by name: the order in which a reader looks for a member.</summary>
    public static string SortKey(MemberInfo member) => member is ConstructorInfo ? "" : member.Name;

    /// <summary>Whether others than the assembly see it.</summary>
    public static bool IsVisible(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        MethodBase method => IsVisible(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod!),
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Field(FieldInfo field)
    {
        string type = TypeText.Of(field.FieldType, s_nullability.Create(field), TupleNames(field));
        return field.DeclaringType!.IsEnum ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
            : field.IsLiteral ? $"{Access(field.IsPublic)}const {type} {field.Name} = {Value(field.GetRawConstantValue(), field.FieldType)}"
            : $"{Access(field.IsPublic)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Property(PropertyInfo property)
    {
        MethodInfo shown = property.GetAccessors(nonPublic: true).Where(IsVisible).OrderByDescending(accessor => accessor.IsPublic).First();
        string[] accessors = [.. new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsVisible)
            .Select(accessor => (accessor.IsFamily && shown.IsPublic ? "protected " : "") + Accessor(accessor, property))];
        NullabilityInfo nullability = s_nullability.Create(property);
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Modifiers(shown)}{required}{Reference(property.PropertyType, property.GetRequiredCustomModifiers())}"
            + $"{TypeText.Of(property.PropertyType, nullability, TupleNames(property))} {name} {{ {string.Join(' ', accessors.Select(accessor => accessor + ";"))} }}";
    }

    private static string Accessor(MethodInfo accessor, PropertyInfo property) =>
        accessor == property.GetMethod ? "get"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set";

    private static string? Method(MethodInfo method)
    {
        bool isConversion = method.Name is "op_Implicit" or "op_Explicit";
        if (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        {
            return null;
        }

        string result = Reference(method.ReturnType, method.ReturnParameter.GetRequiredCustomModifiers())
            + TypeText.Of(method.ReturnType, s_nullability.Create(method.ReturnParameter), TupleNames(method.ReturnParameter));
        string head = isConversion ? $"{method.Name[3..].ToLowerInvariant()} operator {result}" : $"{result} {method.Name}";
        Type[] parameters = method.GetGenericArguments();
        string generic = parameters.Length > 0 ? $"<{string.Join(", ", parameters.Select(parameter => parameter.Name))}>" : "";
        return $"{Modifiers(method)}{head}{generic}({Parameters(method)}){TypeText.Constraints(parameters)}";
    }

    private static string Modifiers(MethodBase method)
    {
        bool inInterface = method.DeclaringType!.IsInterface;
        string kind = method switch
        {
            { IsStatic: true } => method.IsAbstract ? "static abstract " : method.IsVirtual ? "static virtual " : "static ",
            MethodInfo { IsVirtual: true, IsFinal: false } when inInterface => method.IsAbstract ? "" : "virtual ",
            MethodInfo { IsAbstract: true } => "abstract ",
            MethodInfo own when own.GetBaseDefinition() != own => method.IsFinal ? "sealed override " : "override ",
            MethodInfo { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return Access(method.IsPublic) + kind;
    }

    private static string Access(bool isPublic) => isPublic ? "" : "protected ";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string direction = !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        string list = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        string scope = parameter.IsDefined(typeof(ScopedRefAttribute)) ? "scoped " : "";
        string standard = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{list}{scope}{direction}{TypeText.Of(parameter.ParameterType, s_nullability.Create(parameter), TupleNames(parameter))} {parameter.Name}{standard}";
    }

    private static string Reference(Type type, Type[] modifiers) =>
        !type.IsByRef ? "" : modifiers.Any(modifier => modifier.Name == "InAttribute") ? "ref readonly " : "ref ";

    private static ReadOnlyCollection<string?>? TupleNames(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(inherit: false).OfType<TupleElementNamesAttribute>().FirstOrDefault()?.TransformNames.AsReadOnly();

    private static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } kind => $"{kind.Name}.{Enum.ToObject(kind, value)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
