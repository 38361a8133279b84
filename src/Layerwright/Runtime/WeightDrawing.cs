using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// First values of a network's parameters. Numbers are drawn in the state's order [outputs, inputs], so they do not depend on
/// the machine's vectors or on how the features lie inside; each parameter has a stream of its own, chosen by its name, so that a layer added elsewhere changes
/// no other layer's draw.
/// </summary>
internal static class WeightDrawing
{
    /// <summary>Draws every parameter.</summary>
    public static void Draw(NetworkBlueprint blueprint, ulong seed, WeightArray values)
    {
        for (int i = 0; i < blueprint.Parameters.Length; i++)
        {
            ParameterInfo info = blueprint.Parameters[i];
            var logical = new float[info.Length];
            var random = new CounterRandom(seed, Stream(info.Key));
            switch (info.Start.Distribution)
            {
                case Distribution.Normal:
                    random.FillGaussian(logical, info.Start.Value);
                    break;
                case Distribution.Orthogonal:
                    OrthogonalMatrix.Fill(random, info.Outputs, info.Inputs, info.Start.Value, logical);
                    break;
                case Distribution.Uniform:
                    random.FillUniform(logical, info.Start.Value);
                    break;
                default:
                    Array.Fill(logical, info.Start.Value);
                    break;
            }

            values.CopyFrom(i, logical);
        }
    }

    /// <summary>A number for a name: FNV-1a of its characters, the same in every process.</summary>
    private static ulong Stream(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
