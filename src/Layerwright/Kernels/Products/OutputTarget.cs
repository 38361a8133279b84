using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores a product's sums, through the epilogue.</summary>
internal readonly unsafe struct OutputTarget<TEpilogue> : ITileTarget<OutputTarget<TEpilogue>>
    where TEpilogue : struct, IEpilogue
{
    private readonly float* _output;
    private readonly nint _stride;
    private readonly nint _row;
    private readonly nint _column;
    private readonly TEpilogue _epilogue;

    /// <summary>Stores at <paramref name="output"/>, which is <paramref name="row"/>, <paramref name="column"/> of the block.</summary>
    public OutputTarget(float* output, nint stride, nint row, nint column, TEpilogue epilogue)
    {
        _output = output;
        _stride = stride;
        _row = row;
        _column = column;
        _epilogue = epilogue;
    }

    public static bool IsDepthAcrossLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public OutputTarget<TEpilogue> Down(nint rows) => new(_output + rows * _stride, _stride, _row + rows, _column, _epilogue);

    public OutputTarget<TEpilogue> Lines(nint lines) => Down(lines);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prepare(nint rows, nint columns)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TInstructions.Store(
            _epilogue.Apply<TInstructions, TVector>(sum, _row + row, _column + column), _output + row * _stride + column);
}
