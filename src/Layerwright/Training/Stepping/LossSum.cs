namespace Layerwright.Runtime;

/// <summary>Losses of rows, not yet divided, so that those of several batches can be added.</summary>
/// <param name="Sum">Sum over the rows, weights included.</param>
/// <param name="Divisor">What makes a mean of it; 0 where no row counts.</param>
internal readonly record struct LossSum(double Sum, double Divisor)
{
    /// <summary>The mean; 0 where no row counts (PyTorch gives NaN).</summary>
    public double Mean => Divisor > 0 ? Sum / Divisor : 0;
}
