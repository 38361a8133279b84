using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// v ← momentum · v + g + decay · w; w − rate · v, or with Nesterov's look ahead w − rate · (g + decay · w + momentum · v).
/// </summary>
internal readonly unsafe struct MomentumRule(float momentum, bool nesterov) : IUpdateRule
{
    public static int Moments => 1;

    public static bool ChangesWithSteps => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector kept = TInstructions.Broadcast(momentum);
        TVector direction = TInstructions.MultiplyAdd(TInstructions.Broadcast(decay), weight, gradient);
        TVector velocity = TInstructions.MultiplyAdd(kept, TInstructions.Load(first), direction);
        TInstructions.Store(velocity, first);
        direction = nesterov ? TInstructions.MultiplyAdd(kept, velocity, direction) : velocity;
        return TInstructions.MultiplyAdd(TInstructions.Broadcast(-rate), direction, weight);
    }
}
