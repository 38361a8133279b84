using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Between padded tensors and the caller's dense rows.</summary>
internal static class TensorRows
{
    /// <summary>Copies rows out, or the lines of rows, without their padding.</summary>
    public static void CopyTo(this Tensor tensor, int rows, Span<float> destination)
    {
        for (int row = 0; row < rows; row++)
        {
            tensor.Row(row).CopyTo(destination[(row * tensor.Columns)..]);
        }
    }
}
