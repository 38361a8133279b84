using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>A convolution over a block of images, or its input gradient: a panel of weights at a time over all places.</summary>
internal readonly unsafe struct ConvolutionKernel<TEpilogue, TObserver>(
    int rows, Tensor input, PackedMatrix weights, Window window, bool isBackward, Tensor output, TEpilogue epilogue, TObserver observer)
    : IKernel, IPanelKernel
    where TEpilogue : struct, IEpilogue
    where TObserver : struct, IObserver
{
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int lines = rows * (isBackward ? window.InputPositions : window.OutputPositions);
        Panels<TInstructions, TVector>.Run(this, lines, output, weights.Outputs, epilogue, observer);
    }

    public void Panel<TInstructions, TVector, TLink>(nint column, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        nint left = weights.Outputs - column;
        if (left > TInstructions.Count)
        {
            Tiles<TInstructions, TVector, Two, TLink>(column, 2 * TInstructions.Count, link);
        }
        else if (!isBackward && PlanarConvolution<TInstructions, TVector>.Suits(left, weights.Inputs, window))
        {
            PlanarConvolution<TInstructions, TVector>.Run(
                rows,
                input.Data,
                input.Stride,
                weights.Data + column * weights.Inputs,
                TInstructions.Count,
                left,
                weights.Inputs,
                window,
                new LineTarget<TLink>(output, 0, 1, column, link));
        }
        else if (left <= Vector256<float>.Count && TInstructions.Count > Vector256<float>.Count && !TLink.Keeps)
        {
            // Two of the narrower multiply-adds start where one of the wider does.
            Tiles<Vector256Instructions, Vector256<float>, One, TLink>(column, TInstructions.Count, link);
        }
        else
        {
            Tiles<TInstructions, TVector, One, TLink>(column, TInstructions.Count, link);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Tiles<TInstructions, TVector, TColumns, TLink>(nint column, nint width, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TLink : struct, IEpilogue =>
        ConvolutionTiles<TInstructions, TVector>.Run<TColumns, LineTarget<TLink>>(
            rows,
            input.Data,
            input.Stride,
            weights.Inputs / window.Taps,
            weights.Data + column * weights.Inputs,
            width,
            window,
            isBackward,
            new LineTarget<TLink>(output, 0, 1, column, link));
}
