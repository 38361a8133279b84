using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>s ← s + g²; w − rate · g / (√s + ε), with g the gradient + decay · w.</summary>
internal readonly unsafe struct AdaGradRule(float epsilon) : IUpdateRule
{
    public static int Moments => 1;

    public static bool ChangesWithSteps => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector decayed = TInstructions.MultiplyAdd(TInstructions.Broadcast(decay), weight, gradient);
        TVector sum = TInstructions.MultiplyAdd(decayed, decayed, TInstructions.Load(first));
        TInstructions.Store(sum, first);
        TVector root = TInstructions.Add(TInstructions.SquareRoot(sum), TInstructions.Broadcast(epsilon));
        return TInstructions.MultiplyAdd(TInstructions.Broadcast(-rate), TInstructions.Divide(decayed, root), weight);
    }
}
