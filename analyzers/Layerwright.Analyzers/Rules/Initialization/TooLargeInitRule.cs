using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3007: weights so large that tanh or sigmoid saturate, or that the signal grows behind rectifiers. Once per network.</summary>
internal sealed class TooLargeInitRule : OncePerNetworkRule
{
    public const string Id = "LW3007";

    /// <summary>How near its bound an output is as good as on it: 3 %, as at run time.</summary>
    private const double Margin = 0.03;

    /// <summary>An input beyond which nothing saturates any more.</summary>
    private const double Beyond = 1e6;

    private static readonly RuleOption _mostGain = new(
        "most_gain", 10, 1, 1e6, "The fan_in·σ² above which weights before tanh or sigmoid are too large.");

    private static readonly RuleOption _mostGrowth = new(
        "most_growth", 100, 1, 1e9, "How many times as large the signal may become behind rectifiers, over the depth.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Weights start too large",
        "{0} starts with deviation {1}{4}: fan_in·σ² is {2}, so {3}; use Init.Auto",
        Categories.Initialization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Inputs far from 0 put tanh and sigmoid where they are flat and pass no gradient; behind rectifiers the signal grows with every layer, and the first steps explode (Glorot and Bengio 2010; CS231n, neural networks part 2).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_mostGain, _mostGrowth];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var judged = graph.Layers.Where(node => IsJudged(graph, node)).ToList();
        var saturating = Fed(judged, Initializations.IsSaturating, _ => options[_mostGain]);

        // A block alone does not know how much the signal has grown before it.
        var growing = graph.IsBlock ? [] : Fed(judged, Initializations.IsRectifier, Initializations.HeGainSquare);
        double growth = growing.Count == 0 ? 1 : Initializations.AgainstHe(graph, growing).Max();
        if (growth <= options[_mostGrowth])
        {
            growing = [];
        }

        if (saturating.Count + growing.Count == 0)
        {
            yield break;
        }

        var flow = SignalFlow.Of(graph);
        foreach (var weights in judged)
        {
            string? consequence =
                saturating.Find(pair => pair.Weights == weights) is { Bent: { } flat } ? Saturation(flow, flat)
                : growing.Exists(pair => pair.Weights == weights) ? $"the signal grows {Figures.Text(growth)} times over the depth"
                : null;
            if (consequence is not null)
            {
                yield return Finding(weights, consequence);
            }
        }
    }

    /// <summary>Says of these weights that they saturate what they feed, where its bound is not set otherwise: no other rule need say that they are large.</summary>
    public static bool IsSaturatingAt(FlowGraph graph, FlowNode weights) =>
        IsJudged(graph, weights) && Fed([weights], Initializations.IsSaturating, _ => _mostGain.Default).Count > 0;

    /// <summary>Weights whose scale nothing cancels, and of which no other rule says more.</summary>
    private static bool IsJudged(FlowGraph graph, FlowNode node) => Initializations.IsStarted(node) && !node.IsNonlinearity
        && !node.Layer!.Input.IsUnknown
        && (node.Layer.Arguments.IsWritten(Initializations.Argument) || node.Layer.Arguments.IsWritten(Initializations.ScaleArgument))
        && !Initializations.IsNormalizedBehind(node)
        && !SeluInitRule.IsAt(graph, node);

    private static List<(FlowNode Weights, FlowNode Bent)> Fed(List<FlowNode> judged, Func<FlowNode, bool> isSought, Func<FlowNode, double> mostGain) => judged
        .Select(weights => (Weights: weights, Bent: Initializations.FedBare(weights, isSought)))
        .Where(pair => pair.Bent is not null && StartingWeights.Of(pair.Weights).Gain > mostGain(pair.Bent) * (1 + 1e-6))
        .Select(pair => (pair.Weights, pair.Bent!))
        .ToList();

    private static Finding Finding(FlowNode weights, string consequence)
    {
        var start = StartingWeights.Of(weights);
        bool isInit = weights.Layer!.Arguments.IsWritten(Initializations.Argument);
        string argument = isInit ? Initializations.Argument : Initializations.ScaleArgument;
        return Places.Finding(Id, weights, argument, weights.Name, Figures.Rounded(start.Deviation), Figures.Text(start.Gain), consequence) with
        {
            IsMendable = weights.Block is null,
        };
    }

    private static string Saturation(SignalFlow flow, FlowNode bent)
    {
        var input = flow.Input(bent);
        double Output(double x) => bent.Layer!.Layer.Activate(bent.Layer.Arguments, x);
        double low = Output(-Beyond), high = Output(Beyond);
        double share = Signals.NormalSampling.Share(x => Output(x) - low < Margin || high - Output(x) < Margin, input);
        return $"the inputs of {bent.Name} have an expected deviation of {Figures.Text(input.Deviation)} and {Figures.Text(Math.Floor(100 * share))} % of its outputs lie within 3 % of its bounds";
    }
}
