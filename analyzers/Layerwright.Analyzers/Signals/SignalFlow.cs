using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Signals;

/// <summary>
/// How large the signal is as training starts, layer by layer: numbers are taken for normal and independent, inputs for normalised,
/// pooling and dropout to keep the size (Glorot and Bengio 2010; He et al. 2015; Poole et al. 2016).
/// </summary>
internal sealed class SignalFlow
{
    /// <summary>Larger than any network's, and its square still a number.</summary>
    private const double MostVariance = 1e140;

    private readonly FlowGraph _graph;
    private readonly Dictionary<FlowNode, Moments> _outputs = [];
    private readonly Dictionary<FlowNode, double> _slopes = [];
    private readonly IReadOnlyDictionary<FlowNode, double> _gains;

    private SignalFlow(FlowGraph graph, IReadOnlyDictionary<FlowNode, double> gains)
    {
        _graph = graph;
        _gains = gains;
        foreach (var node in graph.Nodes)
        {
            var output = Forward(node);
            _outputs[node] = output with { Variance = Math.Min(output.Variance, MostVariance) };
        }
    }

    public static SignalFlow Of(FlowGraph graph) => new(graph, new Dictionary<FlowNode, double>());

    /// <summary>The same where some layers' weights had another fan_in·σ².</summary>
    public static SignalFlow Of(FlowGraph graph, IReadOnlyDictionary<FlowNode, double> gains) => new(graph, gains);

    /// <summary>What leaves a node.</summary>
    public Moments Output(FlowNode node) => _outputs[node];

    /// <summary>What enters a layer.</summary>
    public Moments Input(FlowNode node) => node.Previous.Count == 0 ? Moments.Standard : _outputs[node.Previous[0]];

    /// <summary>The root mean square of the loss's gradient before <paramref name="first"/>, for 1 before <paramref name="last"/>.</summary>
    public double GradientRatio(FlowNode first, FlowNode last)
    {
        var squares = new Dictionary<FlowNode, double> { [last] = 1 };
        foreach (var node in _graph.Nodes.Reverse().SkipWhile(node => node != last).Skip(1))
        {
            double square = node.Next.Sum(next => squares.TryGetValue(next, out double behind) ? behind * Backward(next, node) : 0);
            if (square > 0)
            {
                squares[node] = Math.Min(square, MostVariance);
            }
        }

        return squares.TryGetValue(first, out double reached)
            ? Math.Sqrt(reached * Slope(first) / Slope(last))
            : 0;
    }

    private double Slope(FlowNode node) => _slopes.TryGetValue(node, out double slope) ? slope : 1;

    private Moments Forward(FlowNode node)
    {
        var inputs = node.Previous.Select(previous => _outputs[previous]).ToList();
        if (node.IsConcat)
        {
            return Mixture(node, inputs);
        }

        // At the start of a block judged alone the way around the branch comes from outside.
        if (node.IsSum && inputs.Count < 2)
        {
            inputs.Add(Moments.Standard);
        }

        if (node.IsGate)
        {
            double mean = inputs.Aggregate(1.0, (product, input) => product * input.Mean);
            return new Moments(mean, inputs.Aggregate(1.0, (product, input) => product * input.Square) - (mean * mean));
        }

        return node.IsSum ? new Moments(inputs.Sum(input => input.Mean), inputs.Sum(input => input.Variance))
            : node.IsAffine ? Weighted(node, Input(node))
            : node.IsNormalization ? new Moments(0, ScaleSquare(node))
            : node.IsNonlinearity ? Bent(node, Input(node))
            : Input(node);
    }

    /// <summary>Channels side by side, each branch with as many as it has.</summary>
    private static Moments Mixture(FlowNode node, List<Moments> inputs)
    {
        var shares = node.Composite!.Branches.Select(branch => (double)Math.Max(1, branch.Output.Channels)).ToList();
        if (inputs.Count != shares.Count)
        {
            return inputs.Count == 0 ? Moments.Standard : inputs[0];
        }

        double all = shares.Sum();
        double mean = inputs.Zip(shares, (input, share) => input.Mean * share / all).Sum();
        return new Moments(mean, inputs.Zip(shares, (input, share) => input.Square * share / all).Sum() - (mean * mean));
    }

    private Moments Weighted(FlowNode node, Moments input)
    {
        var start = StartingWeights.Of(node);
        double bias = node.Layer!.Parameters.FirstOrDefault(parameter => parameter.Role == ParameterRole.Bias)?.Start.Value ?? 0;
        double variance = (Gain(node, start) * input.Square) + (start.FanIn * start.Mean * start.Mean * input.Variance);
        var sum = new Moments(bias + (start.FanIn * start.Mean * input.Mean), variance);
        return node.IsNonlinearity ? NormalSampling.Largest(StartingWeights.Parameter(node).Pieces, sum) : sum;
    }

    private Moments Bent(FlowNode node, Moments input)
    {
        var layer = node.Layer!;
        var (output, slope) = NormalSampling.Through(x => layer.Layer.Activate(layer.Arguments, x), input);
        _slopes[node] = slope;
        return output;
    }

    private double Gain(FlowNode node, StartingWeights start) => _gains.TryGetValue(node, out double gain) ? gain : start.Gain;

    private static double ScaleSquare(FlowNode node)
    {
        double scale = node.Layer!.Parameters.First(parameter => parameter.Role == ParameterRole.Scale).Start.Value;
        return scale * scale;
    }

    /// <summary>By what a layer, or a meeting of branches, multiplies the mean square of the gradient on its way back to what gave it its input.</summary>
    private double Backward(FlowNode node, FlowNode previous)
    {
        if (node.IsGate)
        {
            return node.Previous.Where(other => other != previous).Aggregate(1.0, (product, other) => product * _outputs[other].Square);
        }

        if (node.Layer is not { } layer)
        {
            return 1;
        }

        // Each input goes into as many products as outputs are sums of, times the outputs for each input.
        double spread = layer.Input.IsUnknown || layer.Output.IsUnknown ? 1 : (double)layer.Output.Length / layer.Input.Length;
        return spread * (node.IsAffine ? Gain(node, StartingWeights.Of(node))
            : node.IsNormalization ? ScaleSquare(node) / Math.Max(Input(node).Variance, 1 / MostVariance)
            : Slope(node));
    }
}
