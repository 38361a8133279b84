using System.Globalization;
using System.Text.RegularExpressions;
using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6006: a rate or a decay drawn evenly over decades.</summary>
internal sealed class LinearRateSamplingRule : CallRule
{
    public const string Id = "LW6006";

    private static readonly RuleOption _minimumDecades = new("minimum_decades", 1, 0.1, 10, "Over how many powers of ten a range must reach.");

    /// <summary>Parts of names of what acts by its factor. A dropout rate is a share, and none of them.</summary>
    private static readonly HashSet<string> _scales = new(StringComparer.OrdinalIgnoreCase)
    {
        "rate", "lr", "eta", "decay", "penalty", "regularization", "regularisation", "lambda", "l1", "l2",
    };

    private static readonly HashSet<string> _shares = new(StringComparer.OrdinalIgnoreCase) { "drop", "dropout", "keep" };

    // Made where a search is found: a compiler just started waits for it otherwise, and hardly any project searches.
    private static readonly Lazy<Regex> _words = new(() => new("[A-Z]?[a-z]+[0-9]*|[A-Z]+(?![a-z])[0-9]*", RegexOptions.CultureInvariant));

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Rate drawn on a linear scale",
        "{0} is drawn evenly from {1} to {2}, so {3} of 100 draws lie within a factor of 10 of the end; use {4}",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Learning rates and penalties act by their factor: from 1e-4 to 1e-3 is as far as from 1e-2 to 1e-1. Drawn evenly over such a range "
            + "nearly all values lie in its last decade, and the others are hardly tried.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_minimumDecades];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var assignment in body.Operations.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true } space && LibraryTypes.Is(space.Property.ContainingType, "SearchSpace")
                && space.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string name } && IsScale(name)
                && body.Trace(assignment.Value) is IObjectCreationOperation range && LibraryTypes.Is(range.Type, "Uniform")
                && Bound(body, range, "low") is { } low && Bound(body, range, "high") is { } high
                && high > 0 && (low <= 0 || Math.Log10(high / low) >= options[_minimumDecades]))
            {
                double share = 100 * Math.Min(1, (high - high / 10) / (high - low));
                string remedy = low > 0 ? "LogUniform" : "LogUniform with a least value above 0";
                var finding = CallFinding.On(range, name, LayerIssues.Text(low), LayerIssues.Text(high), share.ToString("0", CultureInfo.InvariantCulture), remedy);
                yield return low > 0 ? finding : finding with { Properties = CallFinding.Unfixable };
            }
        }
    }

    private static double? Bound(CallBody body, IObjectCreationOperation range, string name) => body.Number(CallBody.Argument(range, name)?.Value);

    /// <summary>Called like something that acts by its factor.</summary>
    internal static bool IsScale(string name)
    {
        var words = _words.Value.Matches(name).Cast<Match>().Select(match => match.Value).ToList();
        return words.Exists(_scales.Contains) && !words.Exists(_shares.Contains);
    }
}
