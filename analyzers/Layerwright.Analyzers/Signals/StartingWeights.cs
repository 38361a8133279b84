using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Signals;

/// <summary>How a layer's weights start, as the signal sees them.</summary>
/// <param name="FanIn">Numbers that one output is a sum of; where a block alone does not know it, as many as one number goes into.</param>
/// <param name="Form">The form of their distribution.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their deviation, σ.</param>
internal sealed record StartingWeights(double FanIn, string Form, double Mean, double Deviation)
{
    /// <summary>fan_in·σ²: by what a centred signal's variance is multiplied.</summary>
    public double Gain => FanIn * Deviation * Deviation;

    public static StartingWeights Of(FlowNode weights)
    {
        var parameter = Parameter(weights);
        bool isKnown = !weights.Layer!.Input.IsUnknown;
        double fanIn = isKnown ? parameter.FanIn : parameter.FanOut;
        var start = isKnown
            ? parameter.Start
            : WeightInitialization.Resolve(weights.Layer.Arguments, fanIn, fanIn, Surroundings(weights));
        double mean = start.Form == nameof(StartDistribution.Constant) ? start.Value : 0;
        double deviation = start.Form switch
        {
            nameof(StartDistribution.Normal) => start.Value,
            nameof(StartDistribution.Uniform) => start.Value / Math.Sqrt(3),
            nameof(StartDistribution.Orthogonal) => start.Value / Math.Sqrt(isKnown ? Math.Max(parameter.Outputs, parameter.Inputs) : fanIn),
            _ => 0,
        };
        return new StartingWeights(fanIn, start.Form, mean, deviation);
    }

    /// <summary>The weight of a layer that has one.</summary>
    public static ParameterDeclaration Parameter(FlowNode weights) =>
        weights.Layer!.Parameters.First(parameter => parameter.Role == ParameterRole.Weight);

    private static LayerSurroundings Surroundings(FlowNode weights)
    {
        var bent = FlowGraph.Reach(weights, node => node.IsAffine || node.IsNonlinearity).FirstOrDefault(node => node.IsNonlinearity)?.Layer;
        return new LayerSurroundings(
            IsBeforeBatchNorm: false, IsLastWeights: false, bent?.Layer, bent?.Arguments ?? weights.Layer!.Arguments);
    }
}
