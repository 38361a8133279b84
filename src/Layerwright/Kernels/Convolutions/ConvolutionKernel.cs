using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>
/// The loops around the tile that convolutions and their input gradients share: a panel of weights at a time, and under it regions
/// of places whose taps inside the image are the same, so that padding costs nothing and is stored nowhere.
/// </summary>
internal readonly unsafe struct ConvolutionKernel<TEpilogue, TObserver>(
    int rows, Tensor input, PackedMatrix weights, Window window, bool isBackward, Tensor output, TEpilogue epilogue, TObserver observer)
    : IKernel
    where TEpilogue : struct, IEpilogue
    where TObserver : struct, IObserver
{
    /// <summary>Rows of a tile under one vector: that many sums keep every processor busy.</summary>
    private const int TallestTile = 8;

    private (int Height, int Width) InputSize => isBackward ? window.Output : window.Input;

    private (int Height, int Width) OutputSize => isBackward ? window.Input : window.Output;

    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int lines = rows * OutputSize.Height * OutputSize.Width;
        for (nint column = 0, end; column < weights.Outputs; column = end)
        {
            end = Math.Min(column + 2 * TInstructions.Count, weights.Outputs);
            if (TEpilogue.IsLight)
            {
                Panel<TInstructions, TVector, TEpilogue>(column, epilogue);
            }
            else
            {
                Panel<TInstructions, TVector, None>(column, default);
                Pass<TInstructions, TVector>.Run(lines, output.Data, output.Stride, output.Data, output.Stride, column, end, epilogue);
            }

            observer.Observe<TInstructions, TVector>(lines, column, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Panel<TInstructions, TVector, TLink>(nint column, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        nint left = weights.Outputs - column;
        if (left > TInstructions.Count)
        {
            Phases<TInstructions, TVector, Two, TLink>(column, 2 * TInstructions.Count, link);
        }
        else if (left <= Vector256<float>.Count && TInstructions.Count > Vector256<float>.Count && !TLink.Keeps)
        {
            // Two of the narrower multiply-adds start where one of the wider does.
            Phases<Vector256Instructions, Vector256<float>, One, TLink>(column, TInstructions.Count, link);
        }
        else
        {
            Phases<TInstructions, TVector, One, TLink>(column, TInstructions.Count, link);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Phases<TInstructions, TVector, TColumns, TLink>(nint column, nint width, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TLink : struct, IEpilogue
    {
        int down = isBackward ? window.Stride.Height : 1, across = isBackward ? window.Stride.Width : 1;
        for (int i = 0; i < down; i++)
        {
            ConvolutionAxis vertical = Axis(i, window.Input.Height, window.Kernel.Height, window.Output.Height, window.Stride.Height, window.Pad.Height, window.Dilation.Height);
            for (int j = 0; j < across; j++)
            {
                ConvolutionAxis horizontal = Axis(j, window.Input.Width, window.Kernel.Width, window.Output.Width, window.Stride.Width, window.Pad.Width, window.Dilation.Width);
                Regions<TInstructions, TVector, TColumns, TLink>(vertical, horizontal, column, width, link);
            }
        }
    }

    private ConvolutionAxis Axis(int phase, int inputLength, int kernel, int outputLength, int stride, int pad, int dilation) => isBackward
        ? ConvolutionAxis.Backward(phase, inputLength, kernel, outputLength, stride, pad, dilation)
        : ConvolutionAxis.Forward(inputLength, kernel, outputLength, stride, pad, dilation);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Regions<TInstructions, TVector, TColumns, TLink>(
        in ConvolutionAxis vertical, in ConvolutionAxis horizontal, nint column, nint width, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TLink : struct, IEpilogue
    {
        for (int y = 0; y < vertical.Places;)
        {
            TapSpan down = vertical.SpanFrom(y);
            for (int x = 0; x < horizontal.Places;)
            {
                TapSpan across = horizontal.SpanFrom(x);
                Region<TInstructions, TVector, TColumns, TLink>(vertical, down, horizontal, across, column, width, link);
                x = across.End;
            }

            y = down.End;
        }
    }

    /// <summary>Places that share their taps: the tile's rows run along the image, down it, or from image to image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Region<TInstructions, TVector, TColumns, TLink>(
        in ConvolutionAxis vertical, TapSpan down, in ConvolutionAxis horizontal, TapSpan across, nint column, nint width, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TLink : struct, IEpilogue
    {
        nint line = input.Stride, channels = weights.Inputs / window.Taps, tapWeights = channels * width;
        nint inputWidth = InputSize.Width, outputWidth = OutputSize.Width;

        nint top = vertical.Start + down.First * vertical.Stride + down.FirstTap * vertical.TapStep;
        nint left = horizontal.Start + across.First * horizontal.Stride + across.FirstTap * horizontal.TapStep;
        nint tap = (vertical.FirstWeight + down.FirstTap * vertical.WeightStep) * window.Kernel.Width
            + horizontal.FirstWeight + across.FirstTap * horizontal.WeightStep;
        float* first = weights.Data + column * weights.Inputs + tap * tapWeights;

        // Where lines have no padding, the taps of a row are one run.
        bool isJoined = line == channels && horizontal.TapStep == 1 && horizontal.WeightStep == 1;
        bool isEmpty = down.Taps == 0 || across.Taps == 0;
        nint depth = isEmpty ? 0 : isJoined ? across.Taps * channels : channels;
        TapRuns runs = new()
        {
            Columns = isEmpty || isJoined ? 1 : across.Taps,
            Rows = isEmpty ? 1 : down.Taps,
            ColumnStep = horizontal.TapStep * line,
            ColumnWeights = horizontal.WeightStep * tapWeights,
            RowStep = vertical.TapStep * inputWidth * line,
            RowWeights = vertical.WeightStep * window.Kernel.Width * tapWeights,
        };

        Direction along = new(across.Count, horizontal.Stride * line, horizontal.PlaceStep);
        Direction downward = new(down.Count, vertical.Stride * inputWidth * line, vertical.PlaceStep * outputWidth);
        Direction images = new(rows, InputSize.Height * inputWidth * line, OutputSize.Height * outputWidth);
        nint most = sizeof(TColumns) > 1 ? TInstructions.TileRows : TallestTile;
        if (along.HeightOf(most) * 2 < most)
        {
            if (downward.HeightOf(most) > along.HeightOf(most))
            {
                (along, downward) = (downward, along);
            }

            if (images.HeightOf(most) > along.HeightOf(most))
            {
                (along, images) = (images, along);
            }
        }

        float* image = input.Data + (top * inputWidth + left) * line;
        nint imageLine = (vertical.FirstPlace + down.First * vertical.PlaceStep) * outputWidth
            + horizontal.FirstPlace + across.First * horizontal.PlaceStep;
        for (nint n = 0; n < images.Count; n++, image += images.Step, imageLine += images.Lines)
        {
            float* source = image;
            nint outputLine = imageLine;
            for (nint i = 0; i < downward.Count; i++, source += downward.Step, outputLine += downward.Lines)
            {
                LineTarget<TLink> target = new(output, outputLine, along.Lines, column, link);
                Tile<TInstructions, TVector>.Column<TColumns, TapRuns, LineTarget<TLink>>(
                    along.Count, most, source, along.Step, 1, first, width, depth, runs, target);
            }
        }
    }

    /// <summary>One of the ways in which places follow one another.</summary>
    /// <param name="Count">Places.</param>
    /// <param name="Step">Floats of the input from place to place.</param>
    /// <param name="Lines">Lines of the output from place to place.</param>
    private readonly record struct Direction(nint Count, nint Step, nint Lines)
    {
        /// <summary>The height of tiles, where none is higher than <paramref name="most"/>.</summary>
        public nint HeightOf(nint most) => Count / ((Count + most - 1) / most);
    }
}
