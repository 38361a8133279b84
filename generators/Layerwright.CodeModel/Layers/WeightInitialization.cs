using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>Turns <c>Init</c>, fans and surroundings into a distribution with its number, at compile time.</summary>
internal static class WeightInitialization
{
    public static StartDistribution Resolve(LayerArguments arguments, int fanIn, int fanOut, LayerSurroundings surroundings)
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

        return init switch
        {
            Init.He => StartDistribution.Normal(scale * Gain(surroundings) / Math.Sqrt(fanIn)),
            Init.Xavier => StartDistribution.Normal(scale * Math.Sqrt(2.0 / (fanIn + fanOut))),
            Init.LeCun => StartDistribution.Normal(scale / Math.Sqrt(fanIn)),
            Init.Normal => StartDistribution.Normal(scale),
            _ => StartDistribution.Constant(0),
        };
    }

    /// <summary>The <c>Init</c> as written; <c>Auto</c> where it is not, or not one we know.</summary>
    public static Init Written(LayerArguments arguments)
    {
        int value = arguments.Int("Init", (int)Init.Auto);
        return Enum.IsDefined(typeof(Init), value) ? (Init)value : Init.Auto;
    }

    private static double Gain(LayerSurroundings surroundings) =>
        surroundings.Nonlinearity?.HeGain(surroundings.NonlinearityArguments) ?? Math.Sqrt(2);
}
