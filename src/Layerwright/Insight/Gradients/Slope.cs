namespace Layerwright;

/// <summary>The slope of a function at 0, estimated from its values.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Rounding">How far rounding may have moved it (three deviations).</param>
/// <param name="Roughness">How far it depends on the step: curvature that is left, or a kink.</param>
internal readonly record struct Slope(double Value, double Rounding, double Roughness)
{
    private const int MostHalvings = 6;

    /// <summary>Halving stops at a share of the slope that no verdict looks below.</summary>
    private const double Enough = 2e-5;

    /// <summary>Deviations of the noise that count as noise.</summary>
    private const double Deviations = 3;

    /// <summary>From one half to the next a smooth function's differences change a quarter as much.</summary>
    private const double Convergence = 0.4;

    /// <summary>By how many times their last changes differences may be off that do not converge so.</summary>
    private const double Rough = 3;

    /// <summary>All that it may be off by.</summary>
    public double Uncertainty => Rounding + Roughness;

    /// <summary>
    /// Centred differences at a step and its halves, extrapolated to a step of 0 where they converge as those of a smooth function do
    /// (Richardson), and of these the one with the least uncertainty (Ridders 1982). A kink shows where the halves do not agree, or
    /// where the slopes to the left and to the right do not meet; many small ones look like noise that does not shrink with the step.
    /// </summary>
    /// <param name="at">Moves by a step: how far it really went (floats lie on a grid), and the function's value there.</param>
    /// <param name="start">The value at 0.</param>
    /// <param name="step">The largest step.</param>
    /// <param name="noise">The deviation of the function's rounding error.</param>
    public static Slope Of(Func<double, (double Moved, double Value)> at, double start, double step, double noise)
    {
        Slope best = new(double.NaN, double.PositiveInfinity, double.PositiveInfinity);
        double lastCentred = double.NaN, lastJump = double.NaN, lastChange = double.NaN, lastKink = double.NaN;
        for (int halving = 0; halving <= MostHalvings; halving++, step /= 2)
        {
            (double right, double above) = at(step);
            (double left, double below) = at(-step);
            if (right == left)
            {
                break;
            }

            double centred = (above - below) / (right - left), jump = ((above - start) / right) - ((below - start) / left);
            double rounding = Deviations * 0.95 * noise / step, jumpRounding = Deviations * 2.6 * noise / step;
            double change = Math.Abs(centred - lastCentred), kink = Math.Max(0, Math.Abs(jump - (lastJump / 2)) - jumpRounding);

            // The first step has nothing to compare with: what follows from it is NaN, and no comparison holds.
            bool converges = !(change > (Convergence * lastChange) + rounding);
            double value = converges ? ((4 * centred) - lastCentred) / 3 : centred;
            double roughness = (converges ? change : Rough * Larger(change, lastChange)) + Larger(kink, lastKink);
            if (rounding + roughness < best.Uncertainty)
            {
                best = new(value, rounding, roughness);
            }

            if (best.Uncertainty <= Enough * Math.Abs(best.Value) || rounding > best.Uncertainty)
            {
                break;
            }

            (lastCentred, lastJump, lastChange, lastKink) = (centred, jump, change, kink);
        }

        return best;
    }

    /// <summary>The larger number, also where the other is NaN.</summary>
    private static double Larger(double now, double last) => last > now ? last : now;
}
