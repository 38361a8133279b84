using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The blocks' sums, added in block order.</summary>
internal readonly unsafe struct CombineColumnsKernel(BlockStatistics parts, Tensor sums) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (nint column = 0; column < sums.Columns; column += TInstructions.Count)
        {
            TInstructions.Store(BlockSums<TInstructions, TVector>.First(parts, column), sums.Data + column);
        }
    }
}
