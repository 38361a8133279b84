namespace Layerwright;

/// <summary>Whether a network is the same behind a file as before it.</summary>
internal static class FileRoundTrip
{
    /// <summary>Changes every value, so that a file that only brings the seed is found. Variances stay positive.</summary>
    public static void MoveAwayFromSeed<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        foreach (StateEntry entry in StateDictionary.Of(network.Parameters).Values)
        {
            entry.CopyFrom(Array.ConvertAll(entry.ToArray(), value => (1.25f * value) + 0.01f));
        }
    }

    /// <summary>What differs first, in words; null where nothing does.</summary>
    public static string? Difference<TNetwork>(TNetwork network, TNetwork loaded, float[] inputs, int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        StateDictionary before = StateDictionary.Of(network.Parameters), behind = StateDictionary.Of(loaded.Parameters);
        foreach (StateEntry entry in before.Values)
        {
            if (!behind.TryGetValue(entry.Name, out StateEntry? other))
            {
                return $"{entry.Name} is missing";
            }

            if (!PredictionCheck.SameBits(entry.ToArray(), other.ToArray()))
            {
                return $"{entry.Name} differs";
            }
        }

        return PredictionCheck.SameBits(Predicted(network, inputs, rows), Predicted(loaded, inputs, rows)) ? null : "it predicts otherwise";
    }

    private static float[] Predicted<TNetwork>(TNetwork network, float[] inputs, int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] outputs = new float[rows * network.Blueprint.OutputLength];
        new Predictor<TNetwork>(network, rows).Predict(inputs, outputs);
        return outputs;
    }
}
