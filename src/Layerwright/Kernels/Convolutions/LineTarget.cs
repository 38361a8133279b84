using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores a convolution's sums, through the epilogue: the rows of a tile are lines of the output, equally far apart.</summary>
internal readonly unsafe struct LineTarget<TEpilogue> : ITileTarget<LineTarget<TEpilogue>>
    where TEpilogue : struct, IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;
    private readonly nint _line;
    private readonly nint _lineStep;
    private readonly nint _column;
    private readonly TEpilogue _epilogue;

    /// <summary>Stores at <paramref name="column"/> of every <paramref name="lineStep"/>th line, from <paramref name="line"/> on.</summary>
    public LineTarget(Tensor output, nint line, nint lineStep, nint column, TEpilogue epilogue)
        : this(output.Data + line * output.Stride + column, lineStep * output.Stride, line, lineStep, column, epilogue)
    {
    }

    private LineTarget(float* output, nint stride, nint line, nint lineStep, nint column, TEpilogue epilogue)
    {
        _output = output;
        _stride = stride;
        _line = line;
        _lineStep = lineStep;
        _column = column;
        _epilogue = epilogue;
    }

    public static bool IsDepthAcrossLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public LineTarget<TEpilogue> Down(nint rows) =>
        new(_output + rows * _stride, _stride, _line + rows * _lineStep, _lineStep, _column, _epilogue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint rows, nint columns)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector value = _epilogue.Apply<TInstructions, TVector>(sum, _line + row * _lineStep, _column + column);
        TInstructions.Store(value, _output + row * _stride + column);
        if (TInstructions.Count < VectorWidth.Count)
        {
            // Half a vector was enough for the outputs; the other half is padding.
            TInstructions.Store(TInstructions.Zero, _output + row * _stride + column + TInstructions.Count);
        }
    }
}
