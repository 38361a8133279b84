namespace Layerwright.Kernels;

/// <summary>Where a row of tiles of a <see cref="Winograd"/> convolution begins, and what of it lies in the image.</summary>
/// <param name="Line">The first tile's upper left output among the positions of all images.</param>
/// <param name="Rows">Rows of outputs from there to the lower edge.</param>
/// <param name="Columns">Columns of outputs from there to the right edge.</param>
/// <param name="Width">Outputs of a row of the image.</param>
internal readonly record struct WinogradPlace(nint Line, nint Rows, nint Columns, nint Width);
