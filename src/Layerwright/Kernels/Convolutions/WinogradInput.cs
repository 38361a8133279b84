using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Input tiles to frequencies: Bᵀ·x·B of four by four positions, zeros beyond the image.</summary>
internal static unsafe class WinogradInput<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Transforms <paramref name="count"/> tiles from tile <paramref name="first"/> of all images.</summary>
    public static void Run(Tensor input, in WinogradGrid grid, nint first, nint count, in WinogradScratch room)
    {
        float* target = room.Inputs;
        while (count > 0)
        {
            var (image, row, column, run) = grid.At(first, count);
            float* positions = input.Data + image * grid.Window.InputPositions * input.Stride;
            Row(positions, input.Stride, grid.Window, 2 * row, 2 * column, run, room, target);
            first += run;
            count -= run;
            target += run * room.InputStride;
        }
    }

    /// <summary>
    /// Tiles side by side, one vector of channels after the other: columns that two tiles share stay in registers.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Row(
        float* image, nint stride, in Window window, nint top, nint left, nint count, in WinogradScratch room, float* target)
    {
        nint y = top - window.Pad.Height, firstX = left - window.Pad.Width, width = window.Input.Width, step = room.Channels;
        nint step0 = Step(y, window, stride), step1 = Step(y + 1, window, stride), step2 = Step(y + 2, window, stride), step3 = Step(y + 3, window, stride);
        nint lineLength = width * stride;
        float* line = image + y * lineLength + firstX * stride, zeros = room.ZeroLine;
        float* line0 = step0 > 0 ? line : zeros, line1 = step1 > 0 ? line + lineLength : zeros;
        float* line2 = step2 > 0 ? line + 2 * lineLength : zeros, line3 = step3 > 0 ? line + 3 * lineLength : zeros;
        for (nint channel = 0; channel < step; channel += TInstructions.Count)
        {
            float* p0 = line0 + channel, p1 = line1 + channel, p2 = line2 + channel, p3 = line3 + channel, to = target + channel;
            TVector zero = TInstructions.Zero;
            TVector a00 = zero, a10 = zero, a20 = zero, a30 = zero, a01 = zero, a11 = zero, a21 = zero, a31 = zero;
            nint x = firstX;
            if ((nuint)x < (nuint)width)
            {
                Down(p0, p1, p2, p3, ref a00, ref a10, ref a20, ref a30);
            }

            if ((nuint)(x + 1) < (nuint)width)
            {
                Down(p0 + step0, p1 + step1, p2 + step2, p3 + step3, ref a01, ref a11, ref a21, ref a31);
            }

            for (nint tile = 0; tile < count; tile++, to += room.InputStride)
            {
                x += 2;
                p0 += 2 * step0;
                p1 += 2 * step1;
                p2 += 2 * step2;
                p3 += 2 * step3;
                TVector a02 = zero, a12 = zero, a22 = zero, a32 = zero, a03 = zero, a13 = zero, a23 = zero, a33 = zero;
                if ((nuint)x < (nuint)width)
                {
                    Down(p0, p1, p2, p3, ref a02, ref a12, ref a22, ref a32);
                }

                if ((nuint)(x + 1) < (nuint)width)
                {
                    Down(p0 + step0, p1 + step1, p2 + step2, p3 + step3, ref a03, ref a13, ref a23, ref a33);
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

    /// <summary>From position to position; 0 in a row beyond the image, which is one position of padding all along.</summary>
    private static nint Step(nint y, in Window window, nint stride) => (nuint)y < (nuint)window.Input.Height ? stride : 0;

    /// <summary>Bᵀ over a column of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Down(float* p0, float* p1, float* p2, float* p3, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3)
    {
        TVector x0 = TInstructions.Load(p0), x1 = TInstructions.Load(p1), x2 = TInstructions.Load(p2), x3 = TInstructions.Load(p3);
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
