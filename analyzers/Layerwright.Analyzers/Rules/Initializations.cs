using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules;

/// <summary>What several rules know of initialisation.</summary>
internal static class Initializations
{
    /// <summary>Names of the arguments.</summary>
    public const string Argument = "Init", ScaleArgument = "InitScale";

    /// <summary>Xavier or LeCun as written, normal or uniform, on weights that bend nothing themselves: too small before a rectifier.</summary>
    public static bool IsForLinear(InferredLayer weights) => !weights.Layer.IsNonlinearity
        && Written(weights) is (Init.Xavier or Init.XavierUniform or Init.LeCun or Init.LeCunUniform);

    /// <summary>He as written, normal or uniform, on weights that bend nothing themselves: for rectifiers.</summary>
    public static bool IsForRectifier(InferredLayer weights) => !weights.Layer.IsNonlinearity && Written(weights) is (Init.He or Init.HeUniform);

    /// <summary>A deviation or half-width that a person wrote, whatever the fans are.</summary>
    public static bool IsFixed(InferredLayer weights) => Written(weights) is (Init.Normal or Init.Uniform);

    /// <summary>Weights with an attribute of their own, whose start counts: frozen ones are there to be loaded.</summary>
    public static bool IsStarted(FlowNode node) => node is { IsAffine: true, IsWritten: true } && !StartingWeights.Parameter(node).IsFrozen;

    /// <summary>The factor that is written; 1 where none is.</summary>
    public static double Scale(InferredLayer weights) => weights.Arguments.Double(ScaleArgument, 1);

    public static Init Written(InferredLayer weights) => WeightInitialization.Written(weights.Arguments);

    /// <summary>What a layer's initialisation looks at ends at the first nonlinearity or the next weights.</summary>
    public static bool EndsReach(FlowNode node) => node.IsAffine || node.IsNonlinearity;

    /// <summary>The first activation of some sort that these weights feed with no normalisation between; null where there is none.</summary>
    public static FlowNode? FedBare(FlowNode weights, Func<FlowNode, bool> isSought) => FlowGraph
        .Reach(weights, node => EndsReach(node) || node.IsNormalization)
        .FirstOrDefault(node => node.IsNonlinearity && isSought(node));

    /// <summary>The same, a normalisation between or not.</summary>
    public static FlowNode? Fed(FlowNode weights, Func<FlowNode, bool> isSought) => FlowGraph
        .Reach(weights, EndsReach)
        .FirstOrDefault(node => node.IsNonlinearity && isSought(node));

    public static bool IsRectifier(FlowNode node) => node.Layer is { Layer.IsRectifier: true };

    public static bool IsSaturating(FlowNode node) => node.Layer is { Layer.IsSaturating: true };

    /// <summary>A normalisation follows before any further weights: it cancels their scale.</summary>
    public static bool IsNormalizedBehind(FlowNode weights) =>
        FlowGraph.Reach(weights, node => node.IsAffine || node.IsNormalization).Any(node => node.IsNormalization);

    /// <summary>Weights follow somewhere.</summary>
    public static bool HasWeightsBehind(FlowNode node) => FlowGraph.Reach(node, _ => false).Any(behind => behind.IsAffine);

    /// <summary>The last weights of a residual's or a gate's branch, which may well start at nothing.</summary>
    public static bool EndsBranch(FlowNode weights)
    {
        for (var branch = weights.Branch; branch is not null; branch = branch.Parent)
        {
            if (!branch.Composite.Layer.JoinsChannels
                && FlowGraph.Reach(weights, node => node.IsAffine).Any(node => ReferenceEquals(node.Composite, branch.Composite)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In a block judged alone: no weights follow on some way to its end, and what follows there is judged at each use.</summary>
    public static bool IsOpenEnded(FlowGraph graph, FlowNode weights) =>
        graph.IsBlock && FlowGraph.Reach(weights, node => node.IsAffine).Contains(graph.End);

    /// <summary>
    /// What is left of the signal's root mean square after these weights and this rectifier: √(in·σ²) over He's gain (√2 for ReLU).
    /// That is √(in/(in+out)) for Xavier and √½ for LeCun.
    /// </summary>
    public static double Shrinkage(FlowNode weights, FlowNode rectifier) => Math.Sqrt(StartingWeights.Of(weights).Gain / HeGainSquare(rectifier));

    /// <summary>The fan_in·σ² that keeps the signal's size through this rectifier.</summary>
    public static double HeGainSquare(FlowNode rectifier)
    {
        double gain = rectifier.Layer!.Layer.HeGain(rectifier.Layer.Arguments);
        return gain * gain;
    }

    /// <summary>How many times as large the signal is behind each rectifier as it would be had He drawn the weights that feed them.</summary>
    public static IEnumerable<double> AgainstHe(FlowGraph graph, IReadOnlyList<(FlowNode Weights, FlowNode Rectifier)> fed)
    {
        var gains = new Dictionary<FlowNode, double>();
        foreach (var (weights, rectifier) in fed)
        {
            gains[weights] = HeGainSquare(rectifier);
        }

        var present = SignalFlow.Of(graph);
        var mended = SignalFlow.Of(graph, gains);
        return fed.Select(pair => Math.Sqrt(present.Output(pair.Rectifier).Square / mended.Output(pair.Rectifier).Square));
    }
}
