using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[PReLU]</c>: x for x &gt; 0, else a learned slope · x, one for all or one for each channel (He et al. 2015).</summary>
internal sealed class PReLULayer : Layer
{
    public override string Kind => "PReLU";

    /// <summary>PyTorch's, and He's.</summary>
    private const double StartSlope = 0.25;

    public override bool IsNonlinearity => true;

    public override bool IsElementwise => true;

    public override bool IsRectifier => true;

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => x > 0 ? x : StartSlope * x;

    public override string Handle => "Slope";

    // What follows from the slope it starts with.
    public override double HeGain(LayerArguments arguments) => Math.Sqrt(2 / (1 + (StartSlope * StartSlope)));

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings)
    {
        int count = IsPerChannel(layer.Arguments) ? layer.Output.Channels : 1;
        yield return new("weight", ParameterRole.Slope, count, 1, StartDistribution.Constant(StartSlope));
    }

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) => graph.Add(layer, output => new ParametricReLU(
        output, input, graph.Parameter(layer, ParameterRole.Slope), IsPerChannel(layer.Arguments)));

    private static bool IsPerChannel(LayerArguments arguments) => arguments.Bool("PerChannel", false);
}
