using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The blocks' sums, added in block order and then over the columns.</summary>
internal readonly unsafe struct CombineSlopeKernel(BlockStatistics parts, Tensor slopeGradient) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector sum = TInstructions.Zero;
        for (nint column = 0; column < parts.Parts.Columns; column += TInstructions.Count)
        {
            TVector part = BlockSums<TInstructions, TVector>.First(parts, column);
            sum = TInstructions.Add(sum, RowEnd<TInstructions, TVector>.Inside(part, parts.Parts.Columns - column));
        }

        TVector total = TInstructions.Broadcast(TInstructions.Sum(sum));
        TInstructions.Store(TInstructions.Select(TInstructions.FirstLanes(1), total, TInstructions.Zero), slopeGradient.Data);
    }
}
