using Layerwright.Runtime;

namespace Layerwright.Benchmarks;

/// <summary>What steps and predictions of a network need at least, from what its summary is made of.</summary>
internal static class StepCost
{
    /// <summary>Forward, weight gradients, and input gradients of all layers but the first that multiplies.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="moments">Numbers that the optimizer keeps for each weight.</param>
    public static WorkCost Training(NetworkBlueprint network, int rows, int moments)
    {
        LayerInfo first = network.Layers.First(layer => layer.ParameterCount > 0);
        double operations = rows * ((3.0 * Operations(network)) - first.FlopsPerRow);

        // Weights are read forward, and read and written when they are updated, as are moments. What layers with weights put out is
        // written once and read once: backward cannot do without.
        double kept = network.Layers.Where(layer => layer.ParameterCount > 0 && !layer.IsNormalization).Sum(layer => (double)layer.OutputLength);
        return new(operations, sizeof(float) * ((Weights(network) * (3.0 + (2 * moments))) + (rows * (network.InputLength + (2 * kept)))));
    }

    /// <summary>Weights and inputs are read, outputs written.</summary>
    public static WorkCost Prediction(NetworkBlueprint network, int rows) => new(
        rows * Operations(network), sizeof(float) * (Weights(network) + ((double)rows * (network.InputLength + network.OutputLength))));

    private static double Operations(NetworkBlueprint network) => network.Layers.Sum(layer => (double)layer.FlopsPerRow);

    private static double Weights(NetworkBlueprint network) => network.Layers.Sum(layer => (double)layer.ParameterCount);
}
