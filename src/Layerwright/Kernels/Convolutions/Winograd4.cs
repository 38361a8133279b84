using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Convolutions of three by three taps at stride 1 by minimal filtering over larger tiles than <see cref="Winograd"/>'s, F(4×4, 3×3):
/// thirty-six multiplications for sixteen outputs in place of one hundred and forty-four. With turned weights the same is such a
/// convolution's input gradient.
/// </summary>
/// <remarks>
/// Tiles are of six by six positions, interpolated at 0, ±1/√2, ±√2 and ∞. Over c channels no output is further from exact than
/// 2⁻²⁴·(c + 30)·|Aᵀ|·(Σ (|G|·|w|·|Gᵀ|) ∘ (|Bᵀ|·|x|·|B|))·|A|; random numbers come out about twice as far from exact as by summing
/// directly. What is not finite reaches all outputs of its tiles.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd4
{
    /// <summary>output[r, y, x, n] = epilogue(Σ over taps and channels of input · weights).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows, positions, channels], padded.</param>
    /// <param name="weights">[36 · channels → filters], as <see cref="Winograd4Weights"/> makes them.</param>
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
    /// <param name="weights">[36 · channels → filters], as <see cref="Winograd4Weights"/> makes them.</param>
    /// <param name="window">Three by three taps, stride 1, no dilation.</param>
    /// <param name="scratch">Room for some tiles; what it has room for is worked on at a time.</param>
    /// <param name="output">[rows, positions, filters], padded.</param>
    /// <param name="epilogue">What follows before a result is stored.</param>
    /// <param name="observer">Looks at the output, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor input, PackedMatrix weights, Window window, Tensor scratch, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver =>
        VectorWidth.Run(new WinogradKernel<FourByFour, TEpilogue, TObserver>(rows, input, weights, window, scratch, output, epilogue, observer));
}
