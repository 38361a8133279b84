using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6008: a gradient check whose answer means little.</summary>
internal sealed class GradientCheckSetupRule : CallRule
{
    public const string Id = "LW6008";

    private const string Settings = "GradientCheckOptions", Check = "GradientCheck", Step = nameof(Step);

    private static readonly RuleOption _least = new("minimum_step", 1e-7, 0, 1, "The smallest step that is not reported.");
    private static readonly RuleOption _most = new("maximum_step", 1e-2, 0, 1, "The largest step that is not reported.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Gradient check set up so that it tells little",
        "{0} of this gradient check is {1}: {2}",
        Categories.Data,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A step too small drowns in rounding, one too large measures curvature and steps over kinks. Dropped units hide the gradients "
            + "behind them, and a penalty's gradient, which is simple, can outweigh a wrong one of the data.",
        helpLinkUri: RuleLinks.Of(Id));

    /// <summary>What is best left off, why, and which networks have it.</summary>
    private static readonly (string Name, string Advice, Func<InferredNetwork, bool> Concerns)[] _factors =
    [
        ("DropoutFactor", "dropped units hide the gradients behind them; leave it at 0", network => network.Flatten().Any(layer => layer.Layer.IsDropout)),
        ("RegularizationFactor", "the penalty's own gradient can hide a wrong one of the data; leave it at 0", IsPenalised),
    ];

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_least, _most];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var check in body.Objects(Settings))
        {
            var network = Network(body, check);
            foreach (var setting in check.Own)
            {
                if (body.Number(setting.Value) is { } value && Advice(setting.Name, value, network, options) is { } advice)
                {
                    yield return CallFinding.On(setting.Syntax, setting.Name, LayerIssues.Text(value), advice);
                }
            }
        }
    }

    private static string? Advice(string name, double value, InferredNetwork? network, RuleOptions options)
    {
        if (name == Step)
        {
            string range = $"use {LayerIssues.Text(options[_least])} to {LayerIssues.Text(options[_most])}";
            return (float)value < (float)options[_least] ? $"the difference drowns in rounding; {range}"
                : (float)value > (float)options[_most] ? $"the difference measures curvature and steps over kinks; {range}"
                : null;
        }

        var factor = _factors.FirstOrDefault(factor => factor.Name == name);
        return value > 0 && factor.Name is not null && (network is null || factor.Concerns(network)) ? factor.Advice : null;
    }

    /// <summary>The network that is checked so; null where that is not to be seen, or where there are several.</summary>
    private static InferredNetwork? Network(CallBody body, ObjectValue check)
    {
        var types = body.Calls(Check, "Run")
            .Where(call => CallBody.Argument(call, "options") is { } options && body.Object(options.Value)?.Site == check.Site)
            .Select(call => call.TargetMethod.TypeArguments.FirstOrDefault())
            .ToList();
        return types.Count == 1 ? body.Network(types[0]) : null;
    }

    private static bool IsPenalised(InferredNetwork network) =>
        network.Flatten().Any(layer => layer.Parameters.Any(parameter => parameter.L1 > 0 || parameter.L2 > 0));
}
