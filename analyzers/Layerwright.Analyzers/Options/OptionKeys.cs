using Layerwright.Analyzers.Rules;

namespace Layerwright.Analyzers.Options;

/// <summary>How our options are called in an .editorconfig.</summary>
internal static class OptionKeys
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "layerwright.";

    /// <summary>How much is said; of the whole project <see cref="CodeModel.Options.ProjectOptions.Profile"/>.</summary>
    public const string Profile = Prefix + "profile";

    /// <summary>The key of a rule's option.</summary>
    public static string Of(string ruleId, RuleOption option) => $"{Prefix}{ruleId}.{option.Name}";

    /// <summary>The key that was meant by one that does not exist; null where none is like it.</summary>
    public static string? Nearest(string key) =>
        Spelling.Nearest(key, RuleRegistry.All.SelectMany(rule => rule.Options.Select(option => Of(rule.Descriptor.Id, option))).Prepend(Profile));
}
