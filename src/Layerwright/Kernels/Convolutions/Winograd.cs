using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Convolutions of three by three taps at stride 1 by minimal filtering, F(2×2, 3×3): sixteen multiplications for four outputs in place
/// of thirty-six (Winograd 1980; Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016). With turned weights the
/// same is such a convolution's input gradient.
/// </summary>
/// <remarks>
/// Inputs are seen as overlapping tiles of four by four positions, each transformed to sixteen numbers a channel; for each of the
/// sixteen there is a matrix product over the channels, and a transform back from sixteen sums to two by two outputs:
/// y = Aᵀ·(Σ (G·w·Gᵀ) ∘ (Bᵀ·x·B))·A. Rounding therefore differs from the definition's. Over c channels no output is further from exact
/// than 2⁻²⁴·(c + 14)·|Aᵀ|·(Σ (|G|·|w|·|Gᵀ|) ∘ (|Bᵀ|·|x|·|B|))·|A|; from 16 channels on, random numbers come out closer to exact than by
/// summing directly (0.5 to 0.8 times its error), since sums are shorter. What is not finite reaches all outputs of its tiles.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd
{
    /// <summary>output[r, y, x, n] = epilogue(Σ over taps and channels of input · weights).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows, positions, channels], padded.</param>
    /// <param name="weights">[16 · channels → filters], as <see cref="WinogradWeights"/> makes them.</param>
    /// <param name="window">Three by three taps, stride 1, no dilation.</param>
    /// <param name="scratch">Room for some tiles; what it has room for is worked on at a time.</param>
    /// <param name="output">[rows, positions, filters], padded.</param>
    /// <param name="epilogue">What follows before a result is stored.</param>
    public static void Run<TEpilogue>(
        int rows, Tensor input, PackedMatrix weights, Window window, Tensor scratch, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, input, weights, window, scratch, output, epilogue, default(Unobserved));

    /// <summary>The same, and an observer looks at the block's results.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows, positions, channels], padded.</param>
    /// <param name="weights">[16 · channels → filters], as <see cref="WinogradWeights"/> makes them.</param>
    /// <param name="window">Three by three taps, stride 1, no dilation.</param>
    /// <param name="scratch">Room for some tiles; what it has room for is worked on at a time.</param>
    /// <param name="output">[rows, positions, filters], padded.</param>
    /// <param name="epilogue">What follows before a result is stored.</param>
    /// <param name="observer">Looks at the output, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor input, PackedMatrix weights, Window window, Tensor scratch, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver =>
        VectorWidth.Run(new WinogradKernel<TwoByTwo, TEpilogue, TObserver>(rows, input, weights, window, scratch, output, epilogue, observer));
}
