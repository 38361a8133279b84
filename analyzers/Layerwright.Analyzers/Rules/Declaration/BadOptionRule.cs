using Layerwright.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0014: an option of ours with a value it cannot have, or that does not exist.</summary>
internal sealed class BadOptionRule : Rule
{
    public const string Id = "LW0014";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Option with a value it cannot have",
        "{0} is '{1}', but {2}; its default is used",
        Categories.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A misspelt option would silently do nothing. Options stand in .editorconfig as layerwright.profile and layerwright.LWnnnn.name, and in the project file as LayerwrightProfile.",
        helpLinkUri: CodeModel.Common.RuleLinks.Of(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override DiagnosticDescriptor Descriptor => _descriptor;

    /// <summary>What is wrong with the settings of a file: key, value, and what would be right.</summary>
    public static IEnumerable<(string Key, string Value, string Remedy)> Faults(AnalyzerConfigOptions settings)
    {
        foreach (string key in settings.Keys)
        {
            if (settings.TryGetValue(key, out string? value) && Remedy(key, value) is { } remedy)
            {
                yield return (Written(key), value, remedy);
            }
        }
    }

    private static string? Remedy(string key, string value)
    {
        if (AnalyzerConfigOptions.KeyComparer.Equals(key, OptionKeys.Profile) || AnalyzerConfigOptions.KeyComparer.Equals(key, OptionKeys.ProfileProperty))
        {
            // A property that is not set is there all the same, and empty.
            return (value.Length == 0 && key != OptionKeys.Profile) || Profiles.TryRead(value, out _) ? null : $"it must be {Joined(Profiles.Names)}";
        }

        if (!key.StartsWith(OptionKeys.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rule = RuleRegistry.All.FirstOrDefault(rule => key.StartsWith($"{OptionKeys.Prefix}{rule.Descriptor.Id}.", StringComparison.OrdinalIgnoreCase));
        return rule is null ? "there is no such option"
            : rule.Options.FirstOrDefault(option => AnalyzerConfigOptions.KeyComparer.Equals(key, OptionKeys.Of(rule.Descriptor.Id, option))) is not { } option
                ? rule.Options.Count == 0 ? $"{rule.Descriptor.Id} has no options" : $"{rule.Descriptor.Id} has only {Joined(rule.Options.Select(known => known.Name).ToList())}"
            : RuleOptions.TryRead(option, value, out _) ? null
            : $"it must be {Range(option)}";
    }

    private static string Range(RuleOption option) => double.IsInfinity(option.Most)
        ? FormattableString.Invariant($"a number of at least {option.Least}, such as {option.Default}")
        : FormattableString.Invariant($"a number between {option.Least} and {option.Most}, such as {option.Default}");

    /// <summary>The key as a person writes it: Roslyn hands it on in lower case.</summary>
    private static string Written(string key) => AnalyzerConfigOptions.KeyComparer.Equals(key, OptionKeys.ProfileProperty)
        ? "LayerwrightProfile"
        : key.Replace(".lw", ".LW");

    private static string Joined(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[names.Count - 1]}";
}
