using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>Turns <c>Init</c>, fans and surroundings into a distribution with its number, at compile time.</summary>
internal static class WeightInitialization
{
    public static StartDistribution Resolve(LayerArguments arguments, double fanIn, double fanOut, LayerSurroundings surroundings)
    {
        double scale = arguments.Double("InitScale", 1);
        var init = Written(arguments);
        if (init == Init.Auto)
        {
            if (surroundings.IsLastWeights)
            {
                // PyTorch's Linear: the first loss is close to what guessing costs.
                return StartDistribution.Uniform(scale / Math.Sqrt(fanIn));
            }

            init = surroundings.Nonlinearity?.PreferredInit ?? Init.Xavier;
        }

        double he = scale * Gain(surroundings) / Math.Sqrt(fanIn);
        double xavier = scale * Math.Sqrt(2 / (fanIn + fanOut));
        double leCun = scale / Math.Sqrt(fanIn);
        return init switch
        {
            Init.He => StartDistribution.Normal(he),
            Init.HeUniform => Uniform(he),
            Init.Xavier => StartDistribution.Normal(xavier),
            Init.XavierUniform => Uniform(xavier),
            Init.LeCun => StartDistribution.Normal(leCun),
            Init.LeCunUniform => Uniform(leCun),
            Init.Orthogonal => StartDistribution.Orthogonal(scale),
            Init.Normal => StartDistribution.Normal(scale),
            Init.Uniform => StartDistribution.Uniform(scale),
            Init.Constant => StartDistribution.Constant(scale),
            _ => StartDistribution.Constant(0),
        };
    }

    /// <summary>The <c>Init</c> as written; <c>Auto</c> where it is not, or not one we know.</summary>
    public static Init Written(LayerArguments arguments)
    {
        int value = arguments.Int("Init", (int)Init.Auto);
        return Enum.IsDefined(typeof(Init), value) ? (Init)value : Init.Auto;
    }

    // A uniform distribution of that deviation.
    private static StartDistribution Uniform(double deviation) => StartDistribution.Uniform(Math.Sqrt(3) * deviation);

    private static double Gain(LayerSurroundings surroundings) =>
        surroundings.Nonlinearity?.HeGain(surroundings.NonlinearityArguments) ?? Math.Sqrt(2);
}
