namespace Layerwright.Kernels;

/// <summary>
/// What alpha dropout does to kept and dropped elements so that mean 0 and variance 1 are kept (Klambauer et al. 2017): with α′
/// SELU's lower limit and q the share kept, a = (q + α′²·q·(1 − q))^(−½) and b = −a·(1 − q)·α′.
/// </summary>
internal readonly struct AlphaDropoutScale
{
    /// <summary>−scale·α of SELU.</summary>
    private const double Limit = -1.7580993408473766;

    public AlphaDropoutScale(DropoutMask mask)
    {
        double kept = 1.0 / mask.Scale, dropped = 1 - kept;
        double factor = 1 / Math.Sqrt(kept + (Limit * Limit * kept * dropped));
        Factor = (float)factor;
        Shift = (float)(-factor * dropped * Limit);
        Dropped = (float)((factor * Limit) - (factor * dropped * Limit));
    }

    /// <summary>a, what kept elements and their gradients are multiplied by.</summary>
    public float Factor { get; }

    /// <summary>b, what is added to kept elements.</summary>
    public float Shift { get; }

    /// <summary>a·α′ + b, what dropped elements become.</summary>
    public float Dropped { get; }
}
