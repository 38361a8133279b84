using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores a convolution's sums, through the epilogue.</summary>
internal readonly unsafe struct LineTarget<TEpilogue> : ILineTarget<LineTarget<TEpilogue>>
    where TEpilogue : struct, IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;
    private readonly nint _line;
    private readonly nint _lineStep;
    private readonly nint _column;
    private readonly TEpilogue _epilogue;

    /// <summary>Stores at a column of every <paramref name="lineStep"/>th line, from <paramref name="line"/> on.</summary>
    public LineTarget(Tensor output, nint line, nint lineStep, nint column, TEpilogue epilogue)
        : this(output.Data + line * output.Stride + column, output.Stride, line, lineStep, column, epilogue)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LineTarget<TEpilogue> Down(nint rows) => Lines(rows * _lineStep);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LineTarget<TEpilogue> Lines(nint lines) => new(_output + lines * _stride, _stride, _line + lines, _lineStep, _column, _epilogue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LineTarget<TEpilogue> At(nint line, nint lineStep) =>
        new(_output + (line - _line) * _stride, _stride, line, lineStep, _column, _epilogue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prepare(nint rows, nint columns)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint lines = row * _lineStep;
        TVector value = _epilogue.Apply<TInstructions, TVector>(sum, _line + lines, _column + column);
        TInstructions.Store(value, _output + lines * _stride + column);
        if (TInstructions.Count < VectorWidth.Count)
        {
            // Half a vector was enough for the outputs; the other half is padding.
            TInstructions.Store(TInstructions.Zero, _output + lines * _stride + column + TInstructions.Count);
        }
    }
}
