using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4007: dropout that leaves too little.</summary>
internal sealed class DropoutTooStrongRule : NetworkRule
{
    public const string Id = "LW4007";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Dropout too strong",
        "{0} {1}; {2}",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "At 0.5 the noise of dropout is largest for what it costs (Srivastava et al. 2014; Baldi and Sadowski 2013); beyond, capacity is thrown away, "
            + "and a layer of which hardly a feature is left on average passes nothing on in many steps.",
        helpLinkUri: RuleLinks.Of(Id));

    /// <summary>Features that must be left on average, unless the project says otherwise.</summary>
    public const double MinimumWidth = 4;

    private const string RateName = "rate";

    private static readonly RuleOption _maximumRate = new("maximum_rate", 0.5, 0, 1, "The largest rate.");
    private static readonly RuleOption _minimumWidth =
        new("minimum_width", MinimumWidth, 0, 1000, "The features (channels, on images) that must be left on average.");

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override bool IsContested => true;

    public override IReadOnlyList<RuleOption> Options { get; } = [_maximumRate, _minimumWidth];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        double most = options[_maximumRate], least = options[_minimumWidth];
        foreach (var dropout in Dropouts.Of(graph).Except(DropoutBeforeOutputRule.At(graph)))
        {
            double rate = Dropouts.Rate(dropout);
            var input = dropout.Layer!.Input;
            bool isHigh = rate > (float)most;

            // Of a block alone the width is often not known: it is judged at each use.
            bool LeavesTooFew(double at) => !input.IsUnknown && Dropouts.LeavesFewerThan(least, at, input.Channels);
            if (!isHigh && !LeavesTooFew(rate))
            {
                continue;
            }

            bool canLower = isHigh && !LeavesTooFew(most);
            yield return Places.Finding(
                Id, dropout, canLower ? RateName : null, dropout.Name, Effect(rate, input), canLower ? $"use at most {LayerIssues.Text(most)}" : "remove it") with
            {
                Suggestion = canLower ? LayerIssues.Text(most) : null,
                Argument = canLower ? RateName : null,
                IsMendable = canLower || Dropouts.CanGo(graph, dropout),
            };
        }
    }

    private static string Effect(double rate, Shape input) => input.IsUnknown
        ? $"drops {LayerIssues.Text(rate)} of its input"
        : FormattableString.Invariant($"drops {LayerIssues.Text(rate)} of its input and leaves {Dropouts.Left(rate, input.Channels):0.#} of {input.Channels} {(input.IsImage ? "channels" : "features")} on average");
}
