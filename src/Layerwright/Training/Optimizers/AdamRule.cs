using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Adam's step on g + decay · w.</summary>
internal readonly unsafe struct AdamRule(AdamDirection direction) : IUpdateRule
{
    public static int Moments => 2;

    public static bool ChangesWithSteps => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector decayed = TInstructions.MultiplyAdd(TInstructions.Broadcast(decay), weight, gradient);
        return direction.Step<TInstructions, TVector>(weight, decayed, first, second, rate);
    }
}
