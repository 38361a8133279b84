using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sums over blocks, in block order.</summary>
internal static unsafe class BlockSums<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>The first rows of all blocks' parts added up, in the columns from <paramref name="column"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector First(BlockStatistics parts, nint column)
    {
        int blocks = parts.Blocks;
        nint stride = parts.Parts.Stride;
        float* part = parts.Parts.Data + column;
        TVector sum = TInstructions.Zero;
        for (int block = 0; block < blocks; block++, part += 2 * stride)
        {
            sum = TInstructions.Add(sum, TInstructions.Load(part));
        }

        return sum;
    }
}
