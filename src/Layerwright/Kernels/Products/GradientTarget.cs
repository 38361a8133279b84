using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Hands a weight gradient's sums to the sink: rows are inputs of one panel.</summary>
internal readonly struct GradientTarget<TSink> : ITileTarget<GradientTarget<TSink>>
    where TSink : struct, IGradientSink<TSink>
{
    private readonly nint _offset;
    private readonly nint _width;
    private readonly TSink _sink;

    /// <summary>A panel of <paramref name="width"/> outputs that starts at <paramref name="offset"/>.</summary>
    public GradientTarget(nint offset, nint width, TSink sink)
    {
        _offset = offset;
        _width = width;
        _sink = sink;
    }

    public static bool IsDepthAcrossLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public GradientTarget<TSink> Down(nint rows) => new(_offset + rows * _width, _width, _sink);

    public GradientTarget<TSink> Lines(nint lines) => Down(lines);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint rows, nint columns)
    {
        // The rows of a panel are neighbours: one run of cache lines, and the next tile's behind it.
        nint tile = rows * columns;
        for (nint i = 0; i < tile; i += CacheLine.Floats)
        {
            _sink.Claim(_offset + i);
            _sink.Prefetch(_offset + tile + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        _sink.Apply<TInstructions, TVector>(sum, _offset + row * _width + column);
}
