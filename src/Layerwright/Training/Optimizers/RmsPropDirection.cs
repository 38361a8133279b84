using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>RMSprop's step without the rate: g / (√s + ε), with g the gradient + decay · w.</summary>
internal readonly unsafe struct RmsPropDirection
{
    private readonly float _oldShare;
    private readonly float _newShare;
    private readonly float _epsilon;

    public RmsPropDirection(float alpha, float epsilon)
    {
        _oldShare = alpha;
        _newShare = (float)(1 - (double)alpha);
        _epsilon = epsilon;
    }

    /// <summary>The direction, moving the mean of squares on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Of<TInstructions, TVector>(TVector weight, TVector gradient, float* squares, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector decayed = TInstructions.MultiplyAdd(TInstructions.Broadcast(decay), weight, gradient);
        TVector square = TInstructions.Multiply(TInstructions.Broadcast(_oldShare), TInstructions.Load(squares));
        square = TInstructions.MultiplyAdd(TInstructions.Broadcast(_newShare), TInstructions.Multiply(decayed, decayed), square);
        TInstructions.Store(square, squares);
        return TInstructions.Divide(decayed, TInstructions.Add(TInstructions.SquareRoot(square), TInstructions.Broadcast(_epsilon)));
    }
}
