using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>w − rate · (g + decay · w).</summary>
internal readonly unsafe struct SgdRule : IUpdateRule
{
    public static int Moments => 0;

    public static bool ChangesWithSteps => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector direction = TInstructions.MultiplyAdd(TInstructions.Broadcast(decay), weight, gradient);
        return TInstructions.MultiplyAdd(TInstructions.Broadcast(-rate), direction, weight);
    }
}
