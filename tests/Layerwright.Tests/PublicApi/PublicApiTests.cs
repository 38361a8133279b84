using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Layerwright.Runtime;
using Layerwright.Testing.Snapshots;

namespace Layerwright.Tests.PublicApi;

/// <summary>
/// The public surface as two files beside this one, what a person uses and what generated code uses: whoever changes it sees it there. And the
/// habits of .NET that all of it keeps.
/// </summary>
public partial class PublicApiTests
{
    /// <summary>In the namespace of generated code, but for whoever writes a metric too.</summary>
    private static readonly Type[] s_shared = [typeof(TargetKind)];

    private static readonly Assembly s_library = typeof(NetworkAttribute).Assembly;

    private static readonly Type[] s_user = [.. s_library.GetExportedTypes().Where(type => !ApiListing.IsHidden(type))];

    [Fact]
    public void User() => Snapshot.VerifyText(ApiListing.Of(s_library, hidden: false));

    [Fact]
    public void Generated() => Snapshot.VerifyText(ApiListing.Of(s_library, hidden: true));

    [Fact]
    public void What_generated_code_alone_uses_is_hidden_and_in_its_own_namespaces()
    {
        Assert.All(
            s_library.GetExportedTypes().Except(s_shared),
            type => Assert.True((type.Namespace == "Layerwright") != ApiListing.IsHidden(type), $"{type} is in the wrong namespace or not [EditorBrowsable(Never)]"));
    }

    [Fact]
    public void Classes_are_sealed_or_made_to_be_derived_from() =>
        Assert.Equal([typeof(Dataset)], s_user.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }));

    [Fact]
    public void There_are_no_fields_but_constants() =>
        Assert.DoesNotContain(s_user.Where(type => !type.IsEnum).SelectMany(ApiListing.Members).OfType<FieldInfo>(), field => !field.IsLiteral);

    [Fact]
    public void Everything_that_is_made_says_what_it_is()
    {
        Type[] mute = [.. s_user.Where(IsMade).Where(type => type.GetMethod(nameof(ToString), [])!.DeclaringType is { } writer && (writer == typeof(object) || writer == typeof(ValueType)))];
        Assert.Equal(["AugmentationRandom", "AugmentedBatch"], mute.Select(type => type.Name));
    }

    [Fact]
    public void No_record_is_written_as_the_machines_culture_likes() =>
        Assert.DoesNotContain(s_user.Where(ApiListing.IsRecord), type => type.GetMethod(nameof(ToString), [])!.IsDefined(typeof(CompilerGeneratedAttribute)));

    [Fact]
    public void Records_hold_no_arrays() =>
        Assert.DoesNotContain(s_user.Where(ApiListing.IsRecord).SelectMany(ApiListing.Members).OfType<PropertyInfo>(), property => property.PropertyType.IsArray);

    [Fact]
    public void Lists_are_given_as_interfaces_that_only_read() => Assert.DoesNotContain(
        s_user.SelectMany(ApiListing.Members).OfType<PropertyInfo>(),
        property => property.PropertyType is { IsGenericType: true } type && (type.GetGenericTypeDefinition() == typeof(List<>) || type.GetGenericTypeDefinition() == typeof(Dictionary<,>)));

    [Fact]
    public void What_a_debugger_is_told_to_show_is_there()
    {
        int count = 0;
        foreach (Type type in s_library.GetTypes())
        {
            foreach (DebuggerDisplayAttribute display in type.GetCustomAttributes<DebuggerDisplayAttribute>(inherit: false))
            {
                foreach (Match match in Shown().Matches(display.Value))
                {
                    count++;
                    Type? at = type;
                    foreach (string name in match.Groups[1].Value.Split('.'))
                    {
                        at = at!.GetProperty(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)?.PropertyType
                            ?? at.GetInterfaces().Select(parent => parent.GetProperty(name)?.PropertyType).FirstOrDefault(found => found is not null);
                        Assert.True(at is not null, $"{type} has no {match.Groups[1].Value}, which a debugger shall show");
                    }
                }
            }
        }

        Assert.True(count > 30, $"only {count} were found");
    }

    [Theory]
    [InlineData(typeof(NetworkAttribute))]
    [InlineData(typeof(BlockAttribute))]
    [InlineData(typeof(Dataset))]
    [InlineData(typeof(CsvReader))]
    [InlineData(typeof(Normalizer))]
    [InlineData(typeof(Trainer<>))]
    [InlineData(typeof(TrainingStep<>))]
    [InlineData(typeof(Predictor<>))]
    [InlineData(typeof(StateDictionary))]
    [InlineData(typeof(Checkpointer))]
    [InlineData(typeof(TrainingMonitor))]
    [InlineData(typeof(SanityCheck))]
    [InlineData(typeof(GradientCheck))]
    [InlineData(typeof(RandomSearch))]
    [InlineData(typeof(Metric))]
    public void What_is_used_most_is_shown_in_use(Type type)
    {
        string docs = File.ReadAllText(Path.ChangeExtension(s_library.Location, ".xml"));
        int member = docs.IndexOf($"<member name=\"T:{type.FullName}\">", StringComparison.Ordinal);
        Assert.True(member >= 0, $"{type} has no documentation");
        Assert.Contains("<example>", docs[member..docs.IndexOf("</member>", member, StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_member_is_used_by_a_test()
    {
        HashSet<string> used = UsedMembers.Of(typeof(PublicApiTests).Assembly.Location);
        string[] unused =
        [
            .. from type in s_user
               where !type.IsEnum && !typeof(Attribute).IsAssignableFrom(type)
               from member in ApiListing.Members(type)
               where !ApiListing.IsHidden(member) && MemberText.Of(member) is not null && member is not FieldInfo && !IsOfObject(member)
               where !Accessors(member).Any(name => Owners(type).Any(owner => used.Contains($"{owner.Namespace}.{owner.Name}.{name}")))
               select $"{type.Name}.{member.Name}",
        ];
        Assert.Empty(unused);
    }

    private static bool IsMade(Type type) =>
        (type.IsClass || type.IsValueType) && !type.IsEnum && !type.IsAbstract && !typeof(Attribute).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
        && (type.IsValueType || type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Any(made => !made.IsPrivate));

    private static bool IsOfObject(MemberInfo member) => member.Name is nameof(ToString) or nameof(Equals) or nameof(GetHashCode);

    private static string[] Accessors(MemberInfo member) =>
        member is PropertyInfo property ? [.. property.GetAccessors(nonPublic: true).Select(accessor => accessor.Name)] : [member.Name];

    /// <summary>The type, what it derives from and what it implements, or what implements it: a call may go through any of them.</summary>
    private static IEnumerable<Type> Owners(Type type)
    {
        for (Type? owner = type; owner is not null; owner = owner.BaseType)
        {
            yield return owner;
        }

        foreach (Type other in type.GetInterfaces().Concat(type.IsInterface ? s_user.Where(user => user.GetInterfaces().Contains(type)) : []))
        {
            yield return other;
        }
    }

    [GeneratedRegex(@"\{([\w.]+)(?:,nq)?\}")]
    private static partial Regex Shown();
}
