using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Layerwright.Tests.PublicApi;

/// <summary>An assembly's public surface as text, a line for each member, the same on every machine.</summary>
internal static class ApiListing
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What a person sees (<paramref name="hidden"/> false), or what is there for generated code alone.</summary>
    public static string Of(Assembly assembly, bool hidden)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes()
            .OrderBy(type => type.Namespace, StringComparer.Ordinal).ThenBy(type => type.FullName, StringComparer.Ordinal))
        {
            bool isHidden = IsHidden(type);
            string[] members = [.. Members(type).Where(member => (isHidden || IsHidden(member)) == hidden)
                .Select(member => (Key: MemberText.SortKey(member), Text: MemberText.Of(member)))
                .OrderBy(member => member.Key, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal)
                .Select(member => member.Text).OfType<string>()];
            if (isHidden == hidden || members.Length > 0)
            {
                text.Append(type.Namespace).Append(": ").Append(Head(type)).Append('\n');
                foreach (string member in members)
                {
                    text.Append("    ").Append(member).Append('\n');
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Whether completion lists leave it out, by itself or with the type around it.</summary>
    public static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never }
        || (member is Type { DeclaringType: { } outer } && IsHidden(outer));

    /// <summary>Members that a person wrote, inherited ones left to their own types.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => typeof(Delegate).IsAssignableFrom(type)
        ? [type.GetMethod("Invoke")!]
        : type.GetMembers(Own).Where(member => member is not Type && MemberText.IsVisible(member) && !IsSynthesized(member));

    /// <summary>Whether a class was declared as a record.</summary>
    public static bool IsRecord(Type type) => type.IsClass
        ? type.GetMethod("<Clone>$") is not null
        : type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    // What a record has of itself is in the word record, but for its properties and its constructor.
    private static bool IsSynthesized(MemberInfo member) =>
        member.Name == "value__" || (member is not FieldInfo and not ConstructorInfo and not PropertyInfo && member.IsDefined(typeof(CompilerGeneratedAttribute)))
        || (member is PropertyInfo { Name: "EqualityContract" } or ConstructorInfo { IsFamily: true } && member.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static string Head(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(IsRecord(type) ? "record " : "")}struct"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : $"{(type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(IsRecord(type) ? "record" : "class")}";
        string outer = type.DeclaringType is { } around ? $"{TypeText.Declared(around)}." : "";
        string[] bases = [.. Bases(type)];
        Type[] parameters = type.GetGenericArguments();
        return $"{Attributes(type)}{kind} {outer}{TypeText.Declared(type)}{(bases.Length > 0 ? $" : {string.Join(", ", bases)}" : "")}{TypeText.Constraints(parameters)}";
    }

    private static string Attributes(Type type)
    {
        string flags = type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "";
        return type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage
            ? $"{flags}[AttributeUsage({usage.ValidOn}{(usage.AllowMultiple ? ", AllowMultiple = true" : "")}{(usage.Inherited ? "" : ", Inherited = false")})] "
            : flags;
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) == typeof(int) ? [] : [TypeText.Of(Enum.GetUnderlyingType(type))];
        }

        IEnumerable<string> parents = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(MulticastDelegate)
            ? [TypeText.Of(parent)]
            : [];

        // Those that the base class or another interface brings along go without saying.
        Type[] all = type.GetInterfaces();
        IEnumerable<Type> inherited = all.SelectMany(each => each.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        return parents.Concat(all.Except(inherited).Where(each => each.IsVisible && !(IsRecord(type) && each.Name == "IEquatable`1"))
            .Select(each => TypeText.Of(each)).Order(StringComparer.Ordinal));
    }
}
