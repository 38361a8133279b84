using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.CodeModel.Inference;

/// <summary>Where a layer says what is wrong with it. Knows the attribute, and for a block's layer also the attribute that brings the block in.</summary>
internal sealed class LayerIssues(List<Issue> issues, string layerName, int attribute, string? block, int blockAttribute)
{
    /// <summary>The layer's name for messages; with its block's name in front where it stands in one: <c>Basic.Dense2</c>.</summary>
    public string LayerName { get; } = layerName;

    public void Add(string id, string? argument, string? suggestion, params string[] values) =>
        issues.Add(new Issue(id, attribute, argument, EquatableArray.Of(values))
        {
            Block = block,
            BlockAttribute = blockAttribute,
            Suggestion = suggestion,
        });

    /// <summary>LW0008 for an argument below its least value.</summary>
    public void RequireAtLeast(string argument, int value, int least) => RequireAtLeast(argument, value, least, least);

    /// <summary>The same where the least value has no effect, so that another is suggested.</summary>
    public void RequireAtLeast(string argument, int value, int least, int suggestion)
    {
        if (value < least)
        {
            BadArgument(argument, Text(value), $"at least {Text(least)}, such as {Text(suggestion)}", Text(suggestion));
        }
    }

    /// <summary>LW0008 for a number outside its domain, NaN included.</summary>
    public void Require(bool isInDomain, string argument, double value, string domain, double suggestion)
    {
        if (!isInDomain)
        {
            BadArgument(argument, Text(value), $"{domain}, such as {Text(suggestion)}", Text(suggestion));
        }
    }

    /// <summary>LW0008 for a member of an enumeration, or a number that is none; the fix writes another by its name.</summary>
    public void Require<TEnum>(bool isInDomain, string argument, TEnum value, string domain, TEnum suggestion)
        where TEnum : struct, Enum
    {
        if (!isInDomain)
        {
            string found = Enum.IsDefined(typeof(TEnum), value) ? $"{typeof(TEnum).Name}.{value}" : value.ToString("D");
            BadArgument(argument, found, domain, suggestion.ToString("D"));
        }
    }

    /// <summary>LW0008 for a number that is no member of its enumeration; the first is the default.</summary>
    public void RequireMember<TEnum>(string argument, TEnum value)
        where TEnum : struct, Enum
    {
        string name = typeof(TEnum).Name;
        Require(Enum.IsDefined(typeof(TEnum), value), argument, value, $"a member of {name}, such as {name}.{default(TEnum)}", default);
    }

    /// <summary>LW0008 for a number that must be 0 beside what else is written.</summary>
    public void RequireZero(bool isInDomain, string argument, int value, string where)
    {
        if (!isInDomain)
        {
            BadArgument(argument, Text(value), $"0 {where}", "0");
        }
    }

    /// <summary>A number as C# writes it, in a float's digits.</summary>
    public static string Text(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture).Replace("E-0", "e-").Replace('E', 'e');

    /// <summary>A whole number as C# writes it.</summary>
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private void BadArgument(string argument, string found, string domain, string suggestion) =>
        Add(RuleIds.BadArgument, argument, suggestion, LayerName, argument, found, domain);
}
