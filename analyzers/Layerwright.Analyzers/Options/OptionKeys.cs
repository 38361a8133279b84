using Layerwright.Analyzers.Rules;

namespace Layerwright.Analyzers.Options;

/// <summary>How our options are called in an .editorconfig.</summary>
internal static class OptionKeys
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "layerwright.";

    /// <summary>How much is said.</summary>
    public const string Profile = Prefix + "profile";

    /// <summary>The same as an MSBuild property: <c>LayerwrightProfile</c>.</summary>
    public const string ProfileProperty = "build_property.LayerwrightProfile";

    /// <summary>The key of a rule's option.</summary>
    public static string Of(string ruleId, RuleOption option) => $"{Prefix}{ruleId}.{option.Name}";
}
