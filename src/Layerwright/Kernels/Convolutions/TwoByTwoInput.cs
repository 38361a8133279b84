using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Bᵀ·x·B of four by four positions.</summary>
internal static unsafe class TwoByTwoInput<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>
    /// Tiles side by side, one vector of channels after the other: columns that two tiles share stay in registers.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row(
        float* image, nint stride, in Window window, nint top, nint left, nint count, in WinogradScratch room, float* target)
    {
        nint y = top - window.Pad.Height, firstX = left - window.Pad.Width, width = window.Input.Width, step = room.Channels;
        int height = window.Input.Height;
        nint first = firstX * stride;
        float* line0 = room.Line(image, y, height) + first, line1 = room.Line(image, y + 1, height) + first;
        float* line2 = room.Line(image, y + 2, height) + first, line3 = room.Line(image, y + 3, height) + first;
        for (nint channel = 0; channel < step; channel += TInstructions.Count)
        {
            float* p0 = line0 + channel, p1 = line1 + channel, p2 = line2 + channel, p3 = line3 + channel, to = target + channel;
            TVector zero = TInstructions.Zero;
            TVector a00 = zero, a10 = zero, a20 = zero, a30 = zero, a01 = zero, a11 = zero, a21 = zero, a31 = zero;
            nint x = firstX, at = 0;
            if ((nuint)x < (nuint)width)
            {
                Down(p0, p1, p2, p3, at, ref a00, ref a10, ref a20, ref a30);
            }

            if ((nuint)(x + 1) < (nuint)width)
            {
                Down(p0, p1, p2, p3, at + stride, ref a01, ref a11, ref a21, ref a31);
            }

            for (nint tile = 0; tile < count; tile++, to += room.InputStride)
            {
                x += 2;
                at += 2 * stride;
                TVector a02 = zero, a12 = zero, a22 = zero, a32 = zero, a03 = zero, a13 = zero, a23 = zero, a33 = zero;
                if ((nuint)x < (nuint)width)
                {
                    Down(p0, p1, p2, p3, at, ref a02, ref a12, ref a22, ref a32);
                }

                if ((nuint)(x + 1) < (nuint)width)
                {
                    Down(p0, p1, p2, p3, at + stride, ref a03, ref a13, ref a23, ref a33);
                }

                Across(a00, a01, a02, a03, to, step);
                Across(a10, a11, a12, a13, to + 4 * step, step);
                Across(a20, a21, a22, a23, to + 8 * step, step);
                Across(a30, a31, a32, a33, to + 12 * step, step);
                a00 = a02;
                a10 = a12;
                a20 = a22;
                a30 = a32;
                a01 = a03;
                a11 = a13;
                a21 = a23;
                a31 = a33;
            }
        }
    }

    /// <summary>Bᵀ over a column of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Down(
        float* p0, float* p1, float* p2, float* p3, nint at, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3)
    {
        TVector x0 = TInstructions.Load(p0 + at), x1 = TInstructions.Load(p1 + at);
        TVector x2 = TInstructions.Load(p2 + at), x3 = TInstructions.Load(p3 + at);
        a0 = TInstructions.Subtract(x0, x2);
        a1 = TInstructions.Add(x1, x2);
        a2 = TInstructions.Subtract(x2, x1);
        a3 = TInstructions.Subtract(x1, x3);
    }

    /// <summary>Bᵀ over a row of four, stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Across(TVector a0, TVector a1, TVector a2, TVector a3, float* to, nint step)
    {
        TInstructions.Store(TInstructions.Subtract(a0, a2), to);
        TInstructions.Store(TInstructions.Add(a1, a2), to + step);
        TInstructions.Store(TInstructions.Subtract(a2, a1), to + 2 * step);
        TInstructions.Store(TInstructions.Subtract(a1, a3), to + 3 * step);
    }
}
