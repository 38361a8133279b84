namespace Layerwright;

/// <summary>The slope of a function at 0, estimated from its values.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Rounding">How far rounding may have moved it (three deviations).</param>
/// <param name="Roughness">How far it depends on the step: curvature that is left, or a kink.</param>
internal readonly record struct Slope(double Value, double Rounding, double Roughness)
{
    private const int MostHalvings = 8;

    /// <summary>Halving stops at a share of the slope that no verdict looks below.</summary>
    private const double Enough = 2e-5;

    /// <summary>Deviations of the noise that count as noise.</summary>
    private const double Deviations = 3;

    /// <summary>All that it may be off by.</summary>
    public double Uncertainty => Rounding + Roughness;

    /// <summary>
    /// Centred differences at a step and its halves, each pair extrapolated to a step of 0 (Richardson), and of these the one with the
    /// least uncertainty (Ridders 1982). A kink shows where the halves do not agree, or where the slopes to the left and to the right
    /// do not meet.
    /// </summary>
    /// <param name="at">Moves by a step: how far it really went (floats lie on a grid), and the function's value there.</param>
    /// <param name="start">The value at 0.</param>
    /// <param name="step">The largest step.</param>
    /// <param name="noise">The deviation of the function's rounding error.</param>
    public static Slope Of(Func<double, (double Moved, double Value)> at, double start, double step, double noise)
    {
        Slope best = new(double.NaN, double.PositiveInfinity, double.PositiveInfinity);
        (double Centred, double Jump) last = (double.NaN, double.NaN);
        for (int halving = 0; halving <= MostHalvings; halving++, step /= 2)
        {
            (double right, double above) = at(step);
            (double left, double below) = at(-step);
            if (right == left)
            {
                break;
            }

            double centred = (above - below) / (right - left), jump = ((above - start) / right) - ((below - start) / left);
            double value = ((4 * centred) - last.Centred) / 3;
            double rounding = Deviations * 0.95 * noise / step, jumpRounding = Deviations * 2.6 * noise / step;
            double kink = Math.Max(0, Math.Abs(jump - (last.Jump / 2)) - jumpRounding);
            double roughness = (Math.Abs(centred - last.Centred) / 3) + kink;

            // The first step has nothing to extrapolate from: its roughness is NaN, and no comparison holds.
            if (rounding + roughness < best.Uncertainty)
            {
                best = new(value, rounding, roughness);
            }

            if (best.Uncertainty <= Enough * Math.Abs(best.Value) || rounding > best.Uncertainty)
            {
                break;
            }

            last = (centred, jump);
        }

        return best;
    }
}
