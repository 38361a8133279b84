using System.Globalization;
using Layerwright.Analyzers.Options;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers.Rules;

/// <summary>What the project has set for one rule, where a file's .editorconfig sections apply. A value it cannot have counts as not set (LW0014 says so).</summary>
/// <param name="ruleId">The rule.</param>
/// <param name="settings">The settings of a file.</param>
internal readonly struct RuleOptions(string ruleId, AnalyzerConfigOptions settings)
{
    /// <summary>The value of one of the rule's options.</summary>
    public double this[RuleOption option] =>
        settings.TryGetValue(OptionKeys.Of(ruleId, option), out string? text) && TryRead(option, text, out double value)
            ? value
            : option.Default;

    /// <summary>All settings of the file.</summary>
    public AnalyzerConfigOptions Settings => settings;

    /// <summary>Reads a value, where it is one the option can have.</summary>
    public static bool TryRead(RuleOption option, string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= option.Least && value <= option.Most;
}
