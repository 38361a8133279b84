using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The steps of a stable softmax over one row whose last vector may be partly padding.</summary>
internal static unsafe class SoftmaxRow<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>The largest logit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float* logits, nint columns)
    {
        TVector lowest = TInstructions.Broadcast(float.NegativeInfinity), max = lowest;
        nint column = 0;
        for (; column <= columns - TInstructions.Count; column += TInstructions.Count)
        {
            max = TInstructions.Max(max, TInstructions.Load(logits + column));
        }

        if (column < columns)
        {
            TVector isInside = TInstructions.FirstLanes((int)(columns - column));
            max = TInstructions.Max(max, TInstructions.Select(isInside, TInstructions.Load(logits + column), lowest));
        }

        return TInstructions.MaxElement(max);
    }

    /// <summary>Σ e^(logit − max); the terms are stored too where <paramref name="powers"/> is given, padding 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumOfPowers(float* logits, nint columns, float max, float* powers)
    {
        TVector shift = TInstructions.Broadcast(max), sum = TInstructions.Zero;
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            TVector exponent = TInstructions.Subtract(TInstructions.Load(logits + column), shift);
            TVector power = ElementaryFunctions<TInstructions, TVector>.Exp(exponent);
            if (columns - column < TInstructions.Count)
            {
                power = TInstructions.Select(TInstructions.FirstLanes((int)(columns - column)), power, TInstructions.Zero);
            }

            sum = TInstructions.Add(sum, power);
            if (powers != null)
            {
                TInstructions.Store(power, powers + column);
            }
        }

        return TInstructions.Sum(sum);
    }

    /// <summary>values · factor, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(float* values, nint columns, float factor)
    {
        TVector scale = TInstructions.Broadcast(factor);
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            TInstructions.Store(TInstructions.Multiply(TInstructions.Load(values + column), scale), values + column);
        }
    }

    /// <summary>Zeros, padding too; nothing where there are no values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(float* values, nint columns)
    {
        for (nint column = 0; values != null && column < columns; column += TInstructions.Count)
        {
            TInstructions.Store(TInstructions.Zero, values + column);
        }
    }
}
