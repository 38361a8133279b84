namespace Layerwright.Kernels;

/// <summary>
/// The tiles of a <see cref="Winograd"/> convolution, F(m×m, 3×3), and their transforms: Bᵀ·x·B of inputs, Aᵀ·s·A of sums, their adjoint
/// A·d·Aᵀ of gradients, G·w·Gᵀ of weights and its adjoint Gᵀ·s·G. Frequencies lie row after row.
/// </summary>
internal unsafe interface IWinogradTile
{
    /// <summary>m, outputs along an axis.</summary>
    static abstract int Size { get; }

    /// <summary>Numbers that a tile is transformed to, (m + 2)².</summary>
    static abstract int Frequencies { get; }

    /// <summary>Inputs of tiles side by side, zeros beyond the image.</summary>
    /// <param name="image">The first position of the image.</param>
    /// <param name="stride">From position to position.</param>
    /// <param name="window">Where the image ends.</param>
    /// <param name="top">The first tile's upper left output: its row.</param>
    /// <param name="left">Its column.</param>
    /// <param name="count">Tiles.</param>
    /// <param name="room">How targets lie, and zeros.</param>
    /// <param name="target">The first tile's frequencies.</param>
    static abstract void Inputs<TInstructions, TVector>(
        float* image, nint stride, in Window window, nint top, nint left, nint count, in WinogradScratch room, float* target)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;

    /// <summary>Outputs of tiles side by side, one vector of filters, through the epilogue.</summary>
    /// <param name="sums">The first tile's sums.</param>
    /// <param name="sumStride">From tile to tile; one or two vectors lie between two frequencies.</param>
    /// <param name="at">Where the tiles' outputs lie.</param>
    /// <param name="count">Tiles.</param>
    /// <param name="column">The vector's first filter.</param>
    /// <param name="output">[rows, positions, filters].</param>
    /// <param name="epilogue">What follows before a result is stored.</param>
    static abstract void Outputs<TInstructions, TVector, TColumns, TEpilogue>(
        float* sums, nint sumStride, in WinogradPlace at, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue;

    /// <summary>Gradients of tiles side by side, one vector of filters, zeros beyond the image.</summary>
    /// <param name="from">The first filter's gradients.</param>
    /// <param name="stride">From output to output.</param>
    /// <param name="at">Where the tiles' outputs lie.</param>
    /// <param name="count">Tiles.</param>
    /// <param name="target">The first tile's frequencies.</param>
    /// <param name="targetStride">From tile to tile; one or two vectors lie between two frequencies.</param>
    static abstract void Gradients<TInstructions, TVector, TColumns>(
        float* from, nint stride, in WinogradPlace at, nint count, float* target, nint targetStride)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged;

    /// <summary>Nine taps, all read before a frequency is stored.</summary>
    static abstract void Weights<TInstructions, TVector>(float* taps, float* frequencies, nint step)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;

    /// <summary>Gᵀ over a row or column of sums, to three.</summary>
    static abstract void Taps<TInstructions, TVector>(float* sums, nint step, float* taps, nint tapStep)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;
}
