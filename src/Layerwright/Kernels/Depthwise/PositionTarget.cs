using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores sums at evenly spaced positions, through the epilogue.</summary>
internal readonly unsafe struct PositionTarget<TEpilogue>
    where TEpilogue : struct, IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;
    private readonly nint _line;
    private readonly nint _lineStep;
    private readonly nint _column;
    private readonly TEpilogue _epilogue;

    /// <param name="output">The column in the block's first line.</param>
    /// <param name="stride">Elements from line to line.</param>
    /// <param name="line">The first position's line.</param>
    /// <param name="lineStep">Lines from position to position.</param>
    /// <param name="column">The column.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public PositionTarget(float* output, nint stride, nint line, nint lineStep, nint column, TEpilogue epilogue)
    {
        _output = output;
        _stride = stride;
        _line = line;
        _lineStep = lineStep;
        _column = column;
        _epilogue = epilogue;
    }

    public PositionTarget<TEpilogue> Down(nint positions) =>
        new(_output, _stride, _line + positions * _lineStep, _lineStep, _column, _epilogue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint position)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint line = _line + position * _lineStep;
        TInstructions.Store(_epilogue.Apply<TInstructions, TVector>(sum, line, _column), _output + line * _stride);
    }
}
