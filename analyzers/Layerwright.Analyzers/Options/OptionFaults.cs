using Layerwright.Analyzers.Rules;
using Layerwright.CodeModel.Options;
using Microsoft.CodeAnalysis.Diagnostics;
using Rule = Layerwright.Analyzers.Rules.Rule;

namespace Layerwright.Analyzers.Options;

/// <summary>Finds settings of ours with a value that they cannot have, and what is called like ours but is not.</summary>
internal static class OptionFaults
{
    // Enough to tell a slip of ours from another tool's key before letters are compared.
    private const string Stem = "lay";

    /// <summary>All that is wrong with the settings of a file, those of its project included.</summary>
    public static IEnumerable<OptionFault> Of(AnalyzerConfigOptions settings)
    {
        foreach (string key in settings.Keys)
        {
            if (settings.TryGetValue(key, out string? value) && Of(key, value) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static OptionFault? Of(string key, string value) =>
        Behind(ProjectOption.KeyPrefix, key) is { } property ? OfProperty(property, value)
        : Behind(OptionKeys.Prefix, key) is { } name ? OfKey(key, name, value)
        : key.StartsWith(Stem, StringComparison.OrdinalIgnoreCase) && OptionKeys.Nearest(key) is { } meant ? new(key, value, $"there is no such option; did you mean {meant}?")
        : null;

    private static OptionFault? OfProperty(string property, string value)
    {
        // A property that is not set is there all the same, and empty.
        if (value.Length == 0)
        {
            return null;
        }

        var option = ProjectOptions.All.FirstOrDefault(option => IsSame(option.Property, property));
        return option is not null ? OfValue(option, option.Property, value)
            : Spelling.Nearest(property, ProjectOptions.All.Select(known => known.Property)) is { } meant ? new(property, value, $"there is no such property; did you mean {meant}?")
            : null;
    }

    private static OptionFault? OfKey(string key, string name, string value)
    {
        if (IsSame(key, OptionKeys.Profile))
        {
            return OfValue(ProjectOptions.Profile, OptionKeys.Profile, value);
        }

        var rule = RuleRegistry.All.FirstOrDefault(rule => Behind(rule.Descriptor.Id + ".", name) is not null);
        return rule is not null ? OfThreshold(rule, key, value)
            : ProjectOptions.All.FirstOrDefault(known => IsSame(known.Property, ProjectOptions.Prefix + name)) is { } property
                ? new(key, value, $"it is set in the project file, as <{property.Property}>")
            : new(Written(key), value, "there is no such option; " + (OptionKeys.Nearest(key) is { } meant
                ? $"did you mean {meant}?"
                : $"there are {OptionKeys.Profile} and the thresholds on the rules' pages"));
    }

    private static OptionFault? OfThreshold(Rule rule, string key, string value)
    {
        var option = rule.Options.FirstOrDefault(option => IsSame(key, OptionKeys.Of(rule.Descriptor.Id, option)));
        return option is null
            ? new(Written(key), value, rule.Options.Count == 0 ? $"{rule.Descriptor.Id} has no options" : $"{rule.Descriptor.Id} has only {Joined(rule.Options.Select(known => known.Name))}")
            : RuleOptions.TryRead(option, value, out _) ? null
            : new(Written(key), value, FormattableString.Invariant($"it must be {option.Domain}; {option.Default} is used"));
    }

    private static OptionFault? OfValue(ProjectOption option, string name, string value) =>
        option.Read(value) is null ? new(name, value, $"it must be {Joined(option.Values)}; {option.Default} is used") : null;

    /// <summary>What follows a prefix; null where the text begins otherwise.</summary>
    private static string? Behind(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(prefix.Length) : null;

    private static bool IsSame(string a, string b) => AnalyzerConfigOptions.KeyComparer.Equals(a, b);

    /// <summary>The key as a person writes it: Roslyn hands it on in lower case.</summary>
    private static string Written(string key) => key.Replace(".lw", ".LW");

    private static string Joined(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all.Take(all.Length - 1))} or {all[all.Length - 1]}";
    }
}
