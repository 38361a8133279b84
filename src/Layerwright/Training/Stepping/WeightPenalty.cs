namespace Layerwright.Runtime;

/// <summary>The L1 and L2 part of what training minimises.</summary>
internal static class WeightPenalty
{
    /// <summary>Σ λ₁·‖w‖₁ + ½·λ₂·‖w‖² over all parameters, in a fixed order.</summary>
    public static double Sum(ParameterStore parameters, float factor)
    {
        if (!parameters.HasPenalties)
        {
            return 0;
        }

        double sum = 0;
        ReadOnlySpan<ParameterInfo> infos = parameters.Infos;
        for (int i = 0; i < infos.Length && factor != 0; i++)
        {
            ParameterInfo info = infos[i];
            ReadOnlySpan<float> values = parameters.Values.Stored(i);
            sum += info.L1 == 0 ? 0 : info.L1 * PreciseSum.OfMagnitudes(values);
            sum += info.L2 == 0 ? 0 : 0.5 * info.L2 * PreciseSum.OfSquares(values);
        }

        return sum * factor;
    }
}
