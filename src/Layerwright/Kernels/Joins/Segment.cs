using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>A run of features in a vector.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Segment
{
    /// <summary>output = epilogue(input), its run of [positions][channels] features from <paramref name="column"/> on as [channels][positions].</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, features], padded.</param>
    /// <param name="column">The run's first feature.</param>
    /// <param name="positions">Features of a channel.</param>
    /// <param name="channels">Features side by side in the input.</param>
    /// <param name="output">[rows, features], padded; not the input.</param>
    /// <param name="epilogue">What follows.</param>
    public static void Transpose<TEpilogue>(int rows, Tensor input, int column, int positions, int channels, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new SegmentKernel<TEpilogue>(rows, input, column, positions, channels, output, epilogue));
}
