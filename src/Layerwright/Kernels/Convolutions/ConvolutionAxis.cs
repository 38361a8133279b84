using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// One axis of a convolution as its kernel walks it: some places of the output, equally far apart, and taps that fall on input
/// positions. In an input gradient, places whose position has the same remainder by the stride share their taps: they are one phase.
/// </summary>
internal readonly record struct ConvolutionAxis
{
    /// <summary>Places.</summary>
    public required int Places { get; init; }

    /// <summary>Output position of the first place.</summary>
    public int FirstPlace { get; init; }

    /// <summary>Output positions from place to place.</summary>
    public int PlaceStep { get; init; } = 1;

    /// <summary>Input positions from place to place.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Input position of the first place's first tap; below 0 in the padding.</summary>
    public required int Start { get; init; }

    /// <summary>Taps.</summary>
    public required int Taps { get; init; }

    /// <summary>Input positions from tap to tap.</summary>
    public required int TapStep { get; init; }

    /// <summary>The weights' tap that the first tap is.</summary>
    public int FirstWeight { get; init; }

    /// <summary>The weights' taps from tap to tap.</summary>
    public int WeightStep { get; init; } = 1;

    /// <summary>Input positions.</summary>
    public required int Length { get; init; }

    public ConvolutionAxis()
    {
    }

    /// <summary>The axis of a convolution.</summary>
    public static ConvolutionAxis Forward(int input, int kernel, int output, int stride, int pad, int dilation) => new()
    {
        Places = output,
        Stride = stride,
        Start = -pad,
        Taps = kernel,
        TapStep = dilation,
        Length = input,
    };

    /// <summary>
    /// One phase of the axis of that convolution's input gradient, over weights whose taps are in reverse: the places are positions
    /// of the convolution's input, the taps fall on its output.
    /// </summary>
    public static ConvolutionAxis Backward(int phase, int input, int kernel, int output, int stride, int pad, int dilation)
    {
        // Tap t of position i falls between two outputs unless i + first + t · dilation is a multiple of the stride.
        int first = pad - (kernel - 1) * dilation, tap = 0;
        while (tap < kernel && (phase + first + tap * dilation) % stride != 0)
        {
            tap++;
        }

        int tapsApart = stride / GreatestCommonDivisor(stride, dilation);
        return new()
        {
            Places = (input - phase + stride - 1) / stride,
            FirstPlace = phase,
            PlaceStep = stride,
            Start = (phase + first + tap * dilation) / stride,
            Taps = (kernel - tap + tapsApart - 1) / tapsApart,
            TapStep = tapsApart * dilation / stride,
            FirstWeight = tap,
            WeightStep = tapsApart,
            Length = output,
        };
    }

    /// <summary>The places from <paramref name="place"/> on that have the same taps inside the image as it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TapSpan SpanFrom(int place)
    {
        if (Taps == 0)
        {
            return new(place, Places - place, 0, 0);
        }

        int start = Start + place * Stride, room = Length - 1 - start, reach = (Taps - 1) * TapStep;
        if (start >= 0 && room >= reach)
        {
            return new(place, Math.Min(Places - place, (room - reach) / Stride + 1), 0, Taps);
        }

        int first = start >= 0 ? 0 : Math.Min(Taps, (TapStep - 1 - start) / TapStep);
        int end = room < 0 ? 0 : Math.Min(Taps, room / TapStep + 1);
        return new(place, 1, first, Math.Max(0, end - first));
    }

    private static int GreatestCommonDivisor(int left, int right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
