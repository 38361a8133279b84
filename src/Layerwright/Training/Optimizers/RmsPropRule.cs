using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>w − rate · g / (√s + ε).</summary>
internal readonly unsafe struct RmsPropRule(RmsPropDirection direction) : IUpdateRule
{
    public static int Moments => 1;

    public static bool ChangesWithSteps => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TInstructions.MultiplyAdd(
            TInstructions.Broadcast(-rate), direction.Of<TInstructions, TVector>(weight, gradient, first, decay), weight);
}
