using System.Reflection;

namespace Layerwright.Tests.PublicApi;

/// <summary>Types as C# writes them, nullability included.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint", [typeof(nuint)] = "nuint", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(char)] = "char",
    };

    /// <summary>A type, its references marked as <paramref name="nullability"/> says; null where that is not known.</summary>
    /// <param name="type">The type.</param>
    /// <param name="nullability">What is known of its references.</param>
    /// <param name="tupleNames">The names of its tuple's elements; none where it is no tuple, or one without names.</param>
    public static string Of(Type type, NullabilityInfo? nullability = null, IReadOnlyList<string?>? tupleNames = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability, tupleNames);
        }

        if (type.IsPointer)
        {
            return $"{Of(type.GetElementType()!)}*";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Of(value, nullability?.GenericTypeArguments.FirstOrDefault(), tupleNames)}?";
        }

        string mark = !type.IsValueType && !type.IsGenericParameter && IsNullable(nullability) ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType, tupleNames)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        return Named(type, nullability, tupleNames) + mark;
    }

    /// <summary>A type's own name with its parameters, those of the types around it left to them.</summary>
    public static string Declared(Type type) => type.IsGenericTypeDefinition
        ? $"{Simple(type)}<{string.Join(", ", type.GetGenericArguments().Select(Parameter))}>"
        : Simple(type);

    /// <summary>The conditions on type parameters, each with a space before it.</summary>
    public static string Constraints(IEnumerable<Type> parameters) =>
        string.Concat(parameters.Select(parameter => (parameter.Name, Terms: Terms(parameter)))
            .Where(pair => pair.Terms.Count > 0)
            .Select(pair => $" where {pair.Name} : {string.Join(", ", pair.Terms)}"));

    private static bool IsNullable(NullabilityInfo? nullability) =>
        nullability is not null
        && (nullability.ReadState == NullabilityState.Nullable
            || (nullability.ReadState == NullabilityState.Unknown && nullability.WriteState == NullabilityState.Nullable));

    private static string Named(Type type, NullabilityInfo? nullability, IReadOnlyList<string?>? tupleNames)
    {
        if (s_keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        Type[] arguments = type.GetGenericArguments();
        string[] texts = [.. arguments.Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)))];
        if (type.IsGenericType && type.GetGenericTypeDefinition().FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        {
            return $"({string.Join(", ", texts.Select((text, i) => tupleNames?.ElementAtOrDefault(i) is { } name ? $"{text} {name}" : text))})";
        }

        string around = type.DeclaringType is { } outer ? $"{Simple(outer)}." : "";
        return around + Simple(type) + (texts.Length > 0 ? $"<{string.Join(", ", texts)}>" : "");
    }

    private static string Simple(Type type) => type.Name.Split('`')[0];

    private static string Parameter(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        } + parameter.Name;

    private static List<string> Terms(Type parameter)
    {
        GenericParameterAttributes flags = parameter.GenericParameterAttributes;
        bool isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> terms = [];
        if (isStruct)
        {
            terms.Add("struct");
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            terms.Add("class");
        }

        terms.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(type => Of(type)).Order(StringComparer.Ordinal));
        if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            terms.Add("new()");
        }

        if (flags.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            terms.Add("allows ref struct");
        }

        return terms;
    }
}
