using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Between padded tensors and the caller's dense rows.</summary>
internal static unsafe class TensorRows
{
    /// <summary>Columns up to which a call for each row would take longer than its copying.</summary>
    private const int ShortRow = 32;

    /// <summary>Copies rows out, or the lines of rows, without their padding.</summary>
    public static void CopyTo(this Tensor tensor, int rows, Span<float> destination)
    {
        int columns = tensor.Columns, row = 0;
        destination = destination[..(rows * columns)];
        if (columns <= ShortRow)
        {
            fixed (float* target = destination)
            {
                row = CopyShort(tensor, rows, target);
            }
        }

        for (; row < rows; row++)
        {
            tensor.Row(row).CopyTo(destination[(row * columns)..]);
        }
    }

    /// <summary>
    /// Copies four elements at a time: what is copied too much behind a row, the next rows overwrite. Returns the first row behind which
    /// there is no room for that.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CopyShort(Tensor tensor, int rows, float* target)
    {
        int columns = tensor.Columns, copied = (columns + Vector128<float>.Count - 1) & -Vector128<float>.Count, row = 0;
        float* source = tensor.Data;
        for (; row * columns + copied <= rows * columns; row++, source += tensor.Stride, target += columns)
        {
            for (int column = 0; column < copied; column += Vector128<float>.Count)
            {
                Vector128.Store(Vector128.Load(source + column), target + column);
            }
        }

        return row;
    }
}
