using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The blocks' sums, added in block order.</summary>
internal readonly unsafe struct CombineSlopesKernel(BlockStatistics parts, Tensor slopeGradient) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (nint column = 0; column < slopeGradient.Columns; column += TInstructions.Count)
        {
            TInstructions.Store(BlockSums<TInstructions, TVector>.First(parts, column), slopeGradient.Data + column);
        }
    }
}
