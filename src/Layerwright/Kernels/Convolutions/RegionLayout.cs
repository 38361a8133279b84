using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>How the places of a region and their taps lie in memory.</summary>
internal readonly struct RegionLayout
{
    /// <param name="region">Places that share their taps.</param>
    /// <param name="window">The convolution's.</param>
    /// <param name="isBackward">The places are the convolution's input positions.</param>
    /// <param name="isTurned">Weights lie as the walk counts taps; else an input gradient takes the convolution's own, from the last tap on.</param>
    /// <param name="stride">Floats from line to line of what is read.</param>
    /// <param name="tapWeights">Floats from tap to tap of the weights.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RegionLayout(in WindowRegion region, Window window, bool isBackward, bool isTurned, nint stride, nint tapWeights)
    {
        ConvolutionAxis vertical = region.Vertical, horizontal = region.Horizontal;
        TapSpan down = region.Down, across = region.Across;
        var (height, width) = isBackward ? window.Output : window.Input;
        var (targetHeight, targetWidth) = isBackward ? window.Input : window.Output;
        nint row = vertical.FirstWeight + down.FirstTap * vertical.WeightStep;
        nint column = horizontal.FirstWeight + across.FirstTap * horizontal.WeightStep;
        int direction = 1;
        if (isBackward && !isTurned)
        {
            row = window.Kernel.Height - 1 - row;
            column = window.Kernel.Width - 1 - column;
            direction = -1;
        }

        FirstWeight = (row * window.Kernel.Width + column) * tapWeights;
        Taps = new()
        {
            Columns = across.Taps,
            Rows = down.Taps,
            ColumnStep = horizontal.TapStep * stride,
            ColumnWeights = direction * horizontal.WeightStep * tapWeights,
            RowStep = vertical.TapStep * width * stride,
            RowWeights = direction * vertical.WeightStep * window.Kernel.Width * tapWeights,
        };
        nint top = vertical.Start + down.First * vertical.Stride + down.FirstTap * vertical.TapStep;
        nint left = horizontal.Start + across.First * horizontal.Stride + across.FirstTap * horizontal.TapStep;
        Source = (top * width + left) * stride;
        Line = (vertical.FirstPlace + down.First * vertical.PlaceStep) * targetWidth + horizontal.FirstPlace + across.First * horizontal.PlaceStep;
        Image = (height * width * stride, targetHeight * targetWidth);
        Along = (across.Count, horizontal.Stride * stride, horizontal.PlaceStep);
        Other = (down.Count, vertical.Stride * width * stride, vertical.PlaceStep * targetWidth);
        if (Other.Count > Along.Count)
        {
            (Along, Other) = (Other, Along);
        }
    }

    /// <summary>The taps; none where all are outside.</summary>
    public TapRuns Taps { get; }

    /// <summary>The first tap's weights.</summary>
    public nint FirstWeight { get; }

    /// <summary>What the first tap of the first image's first place falls on.</summary>
    public nint Source { get; }

    /// <summary>That place's line.</summary>
    public nint Line { get; }

    /// <summary>From image to image.</summary>
    public (nint Step, nint Lines) Image { get; }

    /// <summary>The longer of the ways in which places follow one another: along a row or down a column.</summary>
    public (nint Count, nint Step, nint Lines) Along { get; }

    /// <summary>The other one.</summary>
    public (nint Count, nint Step, nint Lines) Other { get; }
}
