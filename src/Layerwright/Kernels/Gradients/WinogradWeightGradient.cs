using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Gradients of the weights of a three by three convolution at stride 1 by minimal filtering, the adjoint of <see cref="Winograd"/>:
/// ∂w = Gᵀ·(Σ (A·d·Aᵀ) ∘ (Bᵀ·x·B))·G over tiles of four by four inputs x and two by two gradients d, sixteen multiplications a tile in
/// place of thirty-six. Chunks of the batch sum the sixteen frequencies, <see cref="WinogradChunks"/> turns their sum into nine taps.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WinogradWeightGradient
{
    /// <summary>
    /// chunk[frequency, c, n] = Σ over images and tiles of (Bᵀ·x·B)[frequency, c] · (A·d·Aᵀ)[frequency, n], and for the bias Σ d[n].
    /// </summary>
    /// <param name="rows">Images of the chunk.</param>
    /// <param name="input">[rows, input positions, channels], padded.</param>
    /// <param name="gradient">[rows, output positions, filters], padded with zeros.</param>
    /// <param name="window">The geometry of the forward convolution: three by three taps, stride 1, no dilation.</param>
    /// <param name="scratch">Room for some tiles; as many are summed in one go.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="chunk">Receives the sums: 16 · channels of each filter.</param>
    public static void SumChunk(int rows, Tensor input, Tensor gradient, Window window, Tensor scratch, PanelRange panels, GradientChunks chunk) =>
        VectorWidth.Run(new WinogradGradientKernel<TwoByTwo>(rows, input, gradient, window, scratch, panels, chunk));
}
