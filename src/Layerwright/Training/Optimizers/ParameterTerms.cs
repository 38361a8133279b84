using System.Runtime.CompilerServices;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>What a step does to one parameter besides following its gradient.</summary>
/// <param name="Offset">Its place in the flat arrays.</param>
/// <param name="L1">λ of λ·‖w‖₁, times the regularisation factor.</param>
/// <param name="L2">λ of ½·λ·‖w‖², times the regularisation factor.</param>
/// <param name="Rate">The learning rate, times its factor and the layer's multiplier.</param>
/// <param name="Decay">The weight decay.</param>
/// <param name="Scale">What clipping by norm multiplies the gradient by; 1 where it does not bind.</param>
/// <param name="Bound">What clipping by value bounds the gradient's elements by; infinite where there is none.</param>
internal readonly record struct ParameterTerms(int Offset, float L1, float L2, float Rate, float Decay, float Scale, float Bound)
{
    /// <summary>Whether the gradient does not enter the update as it is.</summary>
    public bool ShapesGradient => L1 != 0 || L2 != 0 || Scale != 1 || !float.IsPositiveInfinity(Bound);

    /// <summary>The gradient as clipping leaves it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Clip<TInstructions, TVector>(TVector gradient)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        if (Scale != 1)
        {
            gradient = TInstructions.Multiply(TInstructions.Broadcast(Scale), gradient);
        }

        if (Bound != float.PositiveInfinity)
        {
            gradient = TInstructions.Max(TInstructions.Broadcast(-Bound), gradient);
            gradient = TInstructions.Min(TInstructions.Broadcast(Bound), gradient);
        }

        return gradient;
    }

    /// <summary>The gradient of loss plus penalties: the one expression that both storing and updating use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector AddPenalties<TInstructions, TVector>(TVector gradient, TVector weight)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        if (L2 != 0)
        {
            gradient = TInstructions.MultiplyAdd(TInstructions.Broadcast(L2), weight, gradient);
        }

        if (L1 != 0)
        {
            TVector isPositive = TInstructions.GreaterThan(weight, TInstructions.Zero);
            TVector isNegative = TInstructions.GreaterThan(TInstructions.Zero, weight);
            TVector slope = TInstructions.Select(
                isPositive,
                TInstructions.Broadcast(L1),
                TInstructions.Select(isNegative, TInstructions.Broadcast(-L1), TInstructions.Zero));
            gradient = TInstructions.Add(gradient, slope);
        }

        return gradient;
    }
}

/// <summary>Marks a step whose gradients enter the update as they are.</summary>
internal readonly struct PlainGradients;

/// <summary>Marks a step in which some gradients have a penalty's added, or are clipped.</summary>
internal readonly struct ShapedGradients;
