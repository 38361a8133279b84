using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The product for one row. A tile of one row would wait for its two sums; here four panels are summed at once, or, where
/// fewer are left, even and odd inputs of one panel apart.
/// </summary>
internal static unsafe class RowProduct<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>output[n] = epilogue(Σₖ input[k] · weights[k, n]).</summary>
    public static void Run<TEpilogue>(float* input, PackedMatrix weights, float* output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        nint width = 2 * TInstructions.Count, column = 0;
        for (; column + 4 * width - TInstructions.Count < weights.Outputs; column += 4 * width)
        {
            float* panels = weights.Data + column * weights.Inputs;
            if (TEpilogue.IsLight)
            {
                FourPanels(input, panels, weights.Inputs, output, column, epilogue);
            }
            else
            {
                FourPanels<None>(input, panels, weights.Inputs, output, column, default);
                Pass<TInstructions, TVector>.Run(1, output, 0, output, 0, column, column + 4 * width, epilogue);
            }
        }

        for (; column < weights.Outputs; column += width)
        {
            float* panel = weights.Data + column * weights.Inputs;
            if (column + TInstructions.Count < weights.Outputs)
            {
                OnePanel<Two, TEpilogue>(input, panel, weights.Inputs, output, column, epilogue);
            }
            else
            {
                OnePanel<One, TEpilogue>(input, panel, weights.Inputs, output, column, epilogue);
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourPanels<TEpilogue>(float* input, float* weights, nint depth, float* output, nint column, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        nint width = 2 * TInstructions.Count, panel = depth * width;
        float* w1 = weights + panel, w2 = w1 + panel, w3 = w2 + panel;
        for (nint k = 0, w = 0; k < depth; k++, w += width)
        {
            TVector x = TInstructions.Broadcast(input[k]);
            a0 = TInstructions.MultiplyAdd(x, TInstructions.Load(weights + w), a0);
            b0 = TInstructions.MultiplyAdd(x, TInstructions.Load(weights + w + TInstructions.Count), b0);
            a1 = TInstructions.MultiplyAdd(x, TInstructions.Load(w1 + w), a1);
            b1 = TInstructions.MultiplyAdd(x, TInstructions.Load(w1 + w + TInstructions.Count), b1);
            a2 = TInstructions.MultiplyAdd(x, TInstructions.Load(w2 + w), a2);
            b2 = TInstructions.MultiplyAdd(x, TInstructions.Load(w2 + w + TInstructions.Count), b2);
            a3 = TInstructions.MultiplyAdd(x, TInstructions.Load(w3 + w), a3);
            b3 = TInstructions.MultiplyAdd(x, TInstructions.Load(w3 + w + TInstructions.Count), b3);
        }

        Finish<Two, TEpilogue>(a0, b0, output, column, epilogue);
        Finish<Two, TEpilogue>(a1, b1, output, column + width, epilogue);
        Finish<Two, TEpilogue>(a2, b2, output, column + 2 * width, epilogue);
        Finish<Two, TEpilogue>(a3, b3, output, column + 3 * width, epilogue);
    }

    /// <summary>Four inputs at a time, each with its own sums.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnePanel<TColumns, TEpilogue>(
        float* input, float* weights, nint depth, float* output, nint column, TEpilogue epilogue)
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue
    {
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        nint width = sizeof(TColumns) * TInstructions.Count, k = 0;
        for (; k <= depth - 4; k += 4, weights += 4 * width)
        {
            Step<TColumns>(input[k], weights, ref a0, ref b0);
            Step<TColumns>(input[k + 1], weights + width, ref a1, ref b1);
            Step<TColumns>(input[k + 2], weights + 2 * width, ref a2, ref b2);
            Step<TColumns>(input[k + 3], weights + 3 * width, ref a3, ref b3);
        }

        for (; k < depth; k++, weights += width)
        {
            Step<TColumns>(input[k], weights, ref a0, ref b0);
        }

        a0 = TInstructions.Add(TInstructions.Add(a0, a1), TInstructions.Add(a2, a3));
        b0 = TInstructions.Add(TInstructions.Add(b0, b1), TInstructions.Add(b2, b3));
        Finish<TColumns, TEpilogue>(a0, b0, output, column, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TColumns>(float input, float* weights, ref TVector a, ref TVector b)
        where TColumns : unmanaged
    {
        TVector x = TInstructions.Broadcast(input);
        a = TInstructions.MultiplyAdd(x, TInstructions.Load(weights), a);
        b = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, TInstructions.Load(weights + TInstructions.Count), b) : b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TColumns, TEpilogue>(TVector a, TVector b, float* output, nint column, TEpilogue epilogue)
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue
    {
        TInstructions.Store(epilogue.Apply<TInstructions, TVector>(a, 0, column), output + column);
        if (sizeof(TColumns) > 1)
        {
            column += TInstructions.Count;
            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(b, 0, column), output + column);
        }
    }
}
