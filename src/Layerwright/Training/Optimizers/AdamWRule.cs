using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Adam's step from w · (1 − rate · decay).</summary>
internal readonly unsafe struct AdamWRule(AdamDirection direction) : IUpdateRule
{
    public static int Moments => 2;

    public static bool ChangesWithSteps => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector decayed = TInstructions.Multiply(weight, TInstructions.Broadcast(1 - (rate * decay)));
        return direction.Step<TInstructions, TVector>(decayed, gradient, first, second, rate);
    }
}
