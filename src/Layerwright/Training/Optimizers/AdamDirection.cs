using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Adam's step without the rate: m̂ / (√v̂ + ε). Constants are worked out in double precision once a step.</summary>
internal readonly unsafe struct AdamDirection
{
    private readonly float _newShare1;
    private readonly float _oldShare2;
    private readonly float _newShare2;
    private readonly float _correction1;
    private readonly float _rootCorrection2;
    private readonly float _epsilon;

    public AdamDirection(float beta1, float beta2, float epsilon, long step)
    {
        _newShare1 = (float)(1 - (double)beta1);
        _oldShare2 = beta2;
        _newShare2 = (float)(1 - (double)beta2);
        _correction1 = (float)(1 / (1 - Math.Pow(beta1, step)));
        _rootCorrection2 = (float)(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
        _epsilon = epsilon;
    }

    /// <summary>weight − rate · m̂ / (√v̂ + ε), moving the moments on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Step<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector mean = TInstructions.Load(first);
        mean = TInstructions.MultiplyAdd(TInstructions.Broadcast(_newShare1), TInstructions.Subtract(gradient, mean), mean);
        TInstructions.Store(mean, first);
        TVector square = TInstructions.Multiply(TInstructions.Broadcast(_oldShare2), TInstructions.Load(second));
        square = TInstructions.MultiplyAdd(TInstructions.Broadcast(_newShare2), TInstructions.Multiply(gradient, gradient), square);
        TInstructions.Store(square, second);
        TVector root = TInstructions.MultiplyAdd(
            TInstructions.SquareRoot(square), TInstructions.Broadcast(_rootCorrection2), TInstructions.Broadcast(_epsilon));
        return TInstructions.MultiplyAdd(TInstructions.Broadcast(-rate * _correction1), TInstructions.Divide(mean, root), weight);
    }
}
