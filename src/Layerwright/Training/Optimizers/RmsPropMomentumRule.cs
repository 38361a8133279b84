using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>v ← momentum · v + g / (√s + ε); w − rate · v.</summary>
internal readonly unsafe struct RmsPropMomentumRule(RmsPropDirection direction, float momentum) : IUpdateRule
{
    public static int Moments => 2;

    public static bool ChangesWithSteps => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector velocity = TInstructions.MultiplyAdd(
            TInstructions.Broadcast(momentum),
            TInstructions.Load(second),
            direction.Of<TInstructions, TVector>(weight, gradient, first, decay));
        TInstructions.Store(velocity, second);
        return TInstructions.MultiplyAdd(TInstructions.Broadcast(-rate), velocity, weight);
    }
}
