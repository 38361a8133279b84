using System.Numerics.Tensors;

namespace Layerwright.Runtime;

/// <summary>The L1 and L2 part of what training minimises.</summary>
internal static class WeightPenalty
{
    // Sums of this many squares in single precision, then in double: the sum of a large layer keeps its digits.
    private const int Run = 4096;

    /// <summary>Σ λ₁·‖w‖₁ + ½·λ₂·‖w‖² over all parameters, in a fixed order.</summary>
    public static double Sum(ParameterStore parameters, float factor)
    {
        double sum = 0;
        ReadOnlySpan<ParameterInfo> infos = parameters.Infos;
        for (int i = 0; i < infos.Length; i++)
        {
            ParameterInfo info = infos[i];
            if (factor == 0 || (info.L1 == 0 && info.L2 == 0))
            {
                continue;
            }

            ReadOnlySpan<float> values = parameters.Values.Stored(i);
            double absolute = 0;
            double squares = 0;
            while (!values.IsEmpty)
            {
                ReadOnlySpan<float> run = values[..Math.Min(Run, values.Length)];
                absolute += info.L1 == 0 ? 0 : TensorPrimitives.SumOfMagnitudes(run);
                squares += info.L2 == 0 ? 0 : TensorPrimitives.SumOfSquares(run);
                values = values[run.Length..];
            }

            sum += ((double)info.L1 * absolute) + (0.5 * info.L2 * squares);
        }

        return sum * factor;
    }
}
