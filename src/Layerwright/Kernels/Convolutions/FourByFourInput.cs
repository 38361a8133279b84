using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Bᵀ·x·B of six by six positions, one or two rows of frequencies after the other: columns that two tiles share, and all else, stay in
/// registers.
/// </summary>
internal static unsafe class FourByFourInput<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Tiles side by side, one vector of channels after the other.</summary>
    public static void Row(
        float* image, nint stride, in Window window, nint top, nint left, nint count, in WinogradScratch room, float* target)
    {
        nint y = top - window.Pad.Height, x = left - window.Pad.Width, first = x * stride, step = room.Channels;
        int height = window.Input.Height;
        float* line0 = room.Line(image, y, height) + first, line1 = room.Line(image, y + 1, height) + first;
        float* line2 = room.Line(image, y + 2, height) + first, line3 = room.Line(image, y + 3, height) + first;
        float* line4 = room.Line(image, y + 4, height) + first, line5 = room.Line(image, y + 5, height) + first;
        Walk walk = new(stride, x, window.Input.Width, count, step, room.InputStride);
        for (nint c = 0; c < step; c += TInstructions.Count)
        {
            float* to = target + c;
            Edge(line0 + c, line2 + c, line4 + c, walk, to);
            Points(line1 + c, line2 + c, line3 + c, line4 + c, walk, FourByFour.Near, to + 6 * step);
            Points(line1 + c, line2 + c, line3 + c, line4 + c, walk, FourByFour.Far, to + 18 * step);
            Edge(line1 + c, line3 + c, line5 + c, walk, to + 30 * step);
        }
    }

    /// <summary>The row of frequencies at 0, or at ∞: x₀ − 2½·x₂ + x₄ of every other line.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Edge(float* p0, float* p2, float* p4, in Walk walk, float* to)
    {
        nint stride = walk.Stride, x = walk.X, width = walk.Width, step = walk.Step, at = 2 * stride;
        TVector zero = TInstructions.Zero, a0 = zero, a1 = zero;
        if ((nuint)x < (nuint)width)
        {
            a0 = Ends(p0, p2, p4, 0);
        }

        if ((nuint)(x + 1) < (nuint)width)
        {
            a1 = Ends(p0, p2, p4, stride);
        }

        x += 2;
        for (nint tile = walk.Count; tile > 0; tile--, x += 4, to += walk.TileStep)
        {
            TVector a2 = zero, a3 = zero, a4 = zero, a5 = zero;
            if ((nuint)x < (nuint)width)
            {
                a2 = Ends(p0, p2, p4, at);
            }

            at += stride;
            if ((nuint)(x + 1) < (nuint)width)
            {
                a3 = Ends(p0, p2, p4, at);
            }

            at += stride;
            if ((nuint)(x + 2) < (nuint)width)
            {
                a4 = Ends(p0, p2, p4, at);
            }

            at += stride;
            if ((nuint)(x + 3) < (nuint)width)
            {
                a5 = Ends(p0, p2, p4, at);
            }

            at += stride;
            Across(a0, a1, a2, a3, a4, a5, to, step);
            a0 = a4;
            a1 = a5;
        }
    }

    /// <summary>The two rows of frequencies at ±<paramref name="point"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Points(float* p1, float* p2, float* p3, float* p4, in Walk walk, float point, float* to)
    {
        nint stride = walk.Stride, x = walk.X, width = walk.Width, step = walk.Step, at = 2 * stride;
        TVector near = TInstructions.Broadcast(point), minusFar = TInstructions.Broadcast(-FourByFour.Inverse(point));
        TVector minusSquare = TInstructions.Broadcast(-FourByFour.InverseSquare(point));
        TVector zero = TInstructions.Zero, a0 = zero, a1 = zero, b0 = zero, b1 = zero;
        if ((nuint)x < (nuint)width)
        {
            Down(p1, p2, p3, p4, 0, near, minusFar, minusSquare, ref a0, ref b0);
        }

        if ((nuint)(x + 1) < (nuint)width)
        {
            Down(p1, p2, p3, p4, stride, near, minusFar, minusSquare, ref a1, ref b1);
        }

        x += 2;
        for (nint tile = walk.Count; tile > 0; tile--, x += 4, to += walk.TileStep)
        {
            TVector a2 = zero, a3 = zero, a4 = zero, a5 = zero, b2 = zero, b3 = zero, b4 = zero, b5 = zero;
            if ((nuint)x < (nuint)width)
            {
                Down(p1, p2, p3, p4, at, near, minusFar, minusSquare, ref a2, ref b2);
            }

            at += stride;
            if ((nuint)(x + 1) < (nuint)width)
            {
                Down(p1, p2, p3, p4, at, near, minusFar, minusSquare, ref a3, ref b3);
            }

            at += stride;
            if ((nuint)(x + 2) < (nuint)width)
            {
                Down(p1, p2, p3, p4, at, near, minusFar, minusSquare, ref a4, ref b4);
            }

            at += stride;
            if ((nuint)(x + 3) < (nuint)width)
            {
                Down(p1, p2, p3, p4, at, near, minusFar, minusSquare, ref a5, ref b5);
            }

            at += stride;
            Across(a0, a1, a2, a3, a4, a5, to, step);
            Across(b0, b1, b2, b3, b4, b5, to + 6 * step, step);
            a0 = a4;
            a1 = a5;
            b0 = b4;
            b1 = b5;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Ends(float* p0, float* p2, float* p4, nint at) =>
        Ends(TInstructions.Load(p0 + at), TInstructions.Load(p2 + at), TInstructions.Load(p4 + at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Ends(TVector x0, TVector x2, TVector x4) =>
        TInstructions.MultiplyAdd(TInstructions.Broadcast(-2.5f), x2, TInstructions.Add(x0, x4));

    /// <summary>(x₄ − x₂/p²) ± (p·x₃ − x₁/p), p the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Down(
        float* p1, float* p2, float* p3, float* p4, nint at, TVector near, TVector minusFar, TVector minusSquare, ref TVector plus, ref TVector minus) =>
        Pair(
            TInstructions.Load(p1 + at), TInstructions.Load(p2 + at), TInstructions.Load(p3 + at), TInstructions.Load(p4 + at), near, minusFar, minusSquare, out plus, out minus);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(
        TVector x1, TVector x2, TVector x3, TVector x4, TVector near, TVector minusFar, TVector minusSquare, out TVector plus, out TVector minus)
    {
        TVector even = TInstructions.MultiplyAdd(minusSquare, x2, x4), odd = TInstructions.MultiplyAdd(minusFar, x1, TInstructions.Multiply(near, x3));
        plus = TInstructions.Add(even, odd);
        minus = TInstructions.Subtract(even, odd);
    }

    /// <summary>Bᵀ over a row of six, stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Across(TVector x0, TVector x1, TVector x2, TVector x3, TVector x4, TVector x5, float* to, nint step)
    {
        TVector near = TInstructions.Broadcast(FourByFour.Near), far = TInstructions.Broadcast(FourByFour.Far);
        TVector minusNear = TInstructions.Broadcast(-FourByFour.Near), minusFar = TInstructions.Broadcast(-FourByFour.Far);
        Pair(x1, x2, x3, x4, near, minusFar, TInstructions.Broadcast(-2f), out TVector nearPlus, out TVector nearMinus);
        Pair(x1, x2, x3, x4, far, minusNear, TInstructions.Broadcast(-0.5f), out TVector farPlus, out TVector farMinus);
        TInstructions.Store(Ends(x0, x2, x4), to);
        TInstructions.Store(nearPlus, to + step);
        TInstructions.Store(nearMinus, to + 2 * step);
        TInstructions.Store(farPlus, to + 3 * step);
        TInstructions.Store(farMinus, to + 4 * step);
        TInstructions.Store(Ends(x1, x3, x5), to + 5 * step);
    }

    /// <summary>The way along a row of tiles.</summary>
    /// <param name="Stride">From position to position.</param>
    /// <param name="X">The first tile's first position; beyond the image, if it is padding.</param>
    /// <param name="Width">Positions of the image's row.</param>
    /// <param name="Count">Tiles.</param>
    /// <param name="Step">From frequency to frequency.</param>
    /// <param name="TileStep">From tile to tile.</param>
    private readonly record struct Walk(nint Stride, nint X, nint Width, nint Count, nint Step, nint TileStep);
}
