using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The blocks' gradient sums, added in block order.</summary>
internal readonly unsafe struct CombineSumsKernel(BlockStatistics parts, Tensor betaGradient, Tensor gammaGradient) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int blocks = parts.Blocks;
        nint columns = gammaGradient.Columns, stride = parts.Parts.Stride;
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            float* part = parts.Parts.Data + column;
            TVector sum = TInstructions.Zero, dot = sum;
            for (int block = 0; block < blocks; block++, part += 2 * stride)
            {
                sum = TInstructions.Add(sum, TInstructions.Load(part));
                dot = TInstructions.Add(dot, TInstructions.Load(part + stride));
            }

            TInstructions.Store(dot, gammaGradient.Data + column);
            if (!betaGradient.IsAbsent)
            {
                TInstructions.Store(sum, betaGradient.Data + column);
            }
        }
    }
}
