using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>
/// The product for one row: output[n] = epilogue(Σₖ input[k] · weights[k, n]). A tile of one row would wait for its two sums; here
/// four panels are summed at once, or, where fewer are left, two inputs of two panels apart, or four of one.
/// </summary>
internal readonly unsafe struct RowProduct<TEpilogue>(float* input, PackedMatrix weights, float* output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint width = 2 * TInstructions.Count, depth = weights.Inputs, column = 0, left = weights.Outputs;
        float* panel = weights.Data;
        for (; left > 4 * width - TInstructions.Count; left -= 4 * width, column += 4 * width, panel += 4 * width * depth)
        {
            if (TEpilogue.IsLight)
            {
                FourPanels<TInstructions, TVector, TEpilogue>(input, panel, depth, output, column, epilogue);
            }
            else
            {
                FourPanels<TInstructions, TVector, None>(input, panel, depth, output, column, default);
                Pass<TInstructions, TVector>.Run(1, output, 0, output, 0, column, column + 4 * width, epilogue);
            }
        }

        for (; left > width + TInstructions.Count; left -= 2 * width, column += 2 * width, panel += 2 * width * depth)
        {
            TwoPanels<TInstructions, TVector>(input, panel, depth, output, column, epilogue);
        }

        for (; left > TInstructions.Count; left -= width, column += width, panel += width * depth)
        {
            OnePanel<TInstructions, TVector, Two>(input, panel, width, depth, output, column, epilogue);
        }

        if (left > 0 && left <= Vector128<float>.Count && TInstructions.Count > Vector128<float>.Count && !TEpilogue.Keeps)
        {
            NarrowPanel<Vector128Instructions, Vector128<float>>(TInstructions.Count, input, panel, depth, output, column, epilogue);
        }
        else if (left > 0 && left <= Vector256<float>.Count && TInstructions.Count > Vector256<float>.Count && !TEpilogue.Keeps)
        {
            NarrowPanel<Vector256Instructions, Vector256<float>>(TInstructions.Count, input, panel, depth, output, column, epilogue);
        }
        else if (left > 0)
        {
            OnePanel<TInstructions, TVector, One>(input, panel, TInstructions.Count, depth, output, column, epilogue);
        }
    }

    /// <summary>
    /// Up to four or eight outputs under a wider vector: what limits one row is loads, of which the narrowest vectors take least
    /// time. The panel's padding is written 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NarrowPanel<TInstructions, TVector>(
        nint width, float* input, float* weights, nint depth, float* output, nint column, TEpilogue epilogue)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (nint i = TInstructions.Count; i < width; i += TInstructions.Count)
        {
            TInstructions.Store(TInstructions.Zero, output + column + i);
        }

        OnePanel<TInstructions, TVector, One>(input, weights, width, depth, output, column, epilogue);
    }

    /// <summary>Two inputs at a time, each with its own sums.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TwoPanels<TInstructions, TVector>(
        float* input, float* weights, nint depth, float* output, nint column, TEpilogue epilogue)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector a0 = TInstructions.Zero, a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        nint width = 2 * TInstructions.Count;
        float* end = input + depth, second = weights + width * depth;
        for (; input < end - 1; input += 2, weights += 2 * width, second += 2 * width)
        {
            Step<TInstructions, TVector, Two>(input, weights, ref a0, ref b0);
            Step<TInstructions, TVector, Two>(input, second, ref c0, ref d0);
            Step<TInstructions, TVector, Two>(input + 1, weights + width, ref a1, ref b1);
            Step<TInstructions, TVector, Two>(input + 1, second + width, ref c1, ref d1);
        }

        if (input < end)
        {
            Step<TInstructions, TVector, Two>(input, weights, ref a0, ref b0);
            Step<TInstructions, TVector, Two>(input, second, ref c0, ref d0);
        }

        Finish<TInstructions, TVector, Two, TEpilogue>(TInstructions.Add(a0, a1), TInstructions.Add(b0, b1), output, column, epilogue);
        Finish<TInstructions, TVector, Two, TEpilogue>(TInstructions.Add(c0, c1), TInstructions.Add(d0, d1), output, column + width, epilogue);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourPanels<TInstructions, TVector, TLink>(
        float* input, float* weights, nint depth, float* output, nint column, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
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

        Finish<TInstructions, TVector, Two, TLink>(a0, b0, output, column, link);
        Finish<TInstructions, TVector, Two, TLink>(a1, b1, output, column + width, link);
        Finish<TInstructions, TVector, Two, TLink>(a2, b2, output, column + 2 * width, link);
        Finish<TInstructions, TVector, Two, TLink>(a3, b3, output, column + 3 * width, link);
    }

    /// <summary>Four inputs at a time, each with its own sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OnePanel<TInstructions, TVector, TColumns>(
        float* input, float* weights, nint width, nint depth, float* output, nint column, TEpilogue epilogue)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
    {
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        float* end = input + depth;
        for (; input <= end - 4; input += 4, weights += 4 * width)
        {
            Step<TInstructions, TVector, TColumns>(input, weights, ref a0, ref b0);
            Step<TInstructions, TVector, TColumns>(input + 1, weights + width, ref a1, ref b1);
            Step<TInstructions, TVector, TColumns>(input + 2, weights + 2 * width, ref a2, ref b2);
            Step<TInstructions, TVector, TColumns>(input + 3, weights + 3 * width, ref a3, ref b3);
        }

        for (; input < end; input++, weights += width)
        {
            Step<TInstructions, TVector, TColumns>(input, weights, ref a0, ref b0);
        }

        a0 = TInstructions.Add(TInstructions.Add(a0, a1), TInstructions.Add(a2, a3));
        b0 = TInstructions.Add(TInstructions.Add(b0, b1), TInstructions.Add(b2, b3));
        Finish<TInstructions, TVector, TColumns, TEpilogue>(a0, b0, output, column, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TInstructions, TVector, TColumns>(float* input, float* weights, ref TVector a, ref TVector b)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
    {
        TVector x = TInstructions.Broadcast(*input);
        a = TInstructions.MultiplyAdd(x, TInstructions.Load(weights), a);
        b = sizeof(TColumns) > 1 ? TInstructions.MultiplyAdd(x, TInstructions.Load(weights + TInstructions.Count), b) : b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TInstructions, TVector, TColumns, TLink>(TVector a, TVector b, float* output, nint column, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TLink : struct, IEpilogue
    {
        TInstructions.Store(link.Apply<TInstructions, TVector>(a, 0, column), output + column);
        if (sizeof(TColumns) > 1)
        {
            column += TInstructions.Count;
            TInstructions.Store(link.Apply<TInstructions, TVector>(b, 0, column), output + column);
        }
    }
}
