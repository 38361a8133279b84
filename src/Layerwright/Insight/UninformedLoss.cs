using Layerwright.Runtime;

namespace Layerwright;

/// <summary>The loss of a network that tells nothing apart: all raw outputs are 0.</summary>
internal static class UninformedLoss
{
    /// <summary>A step small enough that hinges stay on one side, and large enough that a square shows.</summary>
    private const float Nudge = 0.25f;

    /// <summary>ln C for C classes, ln 2 for yes or no, the margins of a hinge; NaN where first outputs need not be near 0.</summary>
    /// <remarks>
    /// Values have any scale. Of squares of margins the mean depends on how far first outputs scatter, so their loss at 0 says nothing.
    /// </remarks>
    /// <param name="step">A step of the network.</param>
    /// <param name="batch">Rows with their targets.</param>
    public static double Of<TNetwork>(TrainingStep<TNetwork> step, Batch batch)
        where TNetwork : class, INetwork<TNetwork>
    {
        NetworkBlueprint network = step.Network.Blueprint;
        if (network.Target is TargetKind.Values or TargetKind.None)
        {
            return double.NaN;
        }

        var outputs = new float[batch.Rows * network.OutputLength];
        double loss = step.LossOf(outputs, batch.Targets);
        return network.Target == TargetKind.Labels && IsCurved(step, batch, outputs, loss) ? double.NaN : loss;
    }

    /// <summary>Whether the loss of scores falls otherwise than evenly while each label's score rises.</summary>
    private static bool IsCurved<TNetwork>(TrainingStep<TNetwork> step, Batch batch, float[] outputs, double loss)
        where TNetwork : class, INetwork<TNetwork>
    {
        double nearer = Raised(Nudge), near = Raised(2 * Nudge);
        return Math.Abs(loss - (2 * nearer) + near) > 1e-3 * loss;

        double Raised(float score)
        {
            int columns = step.Network.Blueprint.OutputColumns;
            ReadOnlySpan<int> labels = batch.Labels;
            for (int line = 0; line < labels.Length; line++)
            {
                if ((uint)labels[line] < (uint)columns)
                {
                    outputs[(line * columns) + labels[line]] = score;
                }
            }

            return step.LossOf(outputs, batch.Targets);
        }
    }
}
