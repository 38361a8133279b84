namespace Layerwright.Costs;

/// <summary>A kernel's type as its source has it.</summary>
internal static class TypeName
{
    /// <summary>Without namespaces, with type arguments: <c>Product.Kernel&lt;Chain&lt;AddBias, ReLU&gt;, Unobserved&gt;</c>.</summary>
    public static string Of(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        string name = string.Empty;
        int next = 0;
        foreach (Type part in Nesting(type))
        {
            int own = part.GetGenericArguments().Length;
            name += (name.Length > 0 ? "." : string.Empty) + part.Name.Split('`')[0];
            if (own > next)
            {
                name += $"<{string.Join(", ", arguments[next..own].Select(Of))}>";
                next = own;
            }
        }

        return name;
    }

    private static IEnumerable<Type> Nesting(Type type) =>
        type.DeclaringType is { } outer ? Nesting(outer).Append(type) : [type];
}
