using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// How a tile's depth lies in memory: rows of runs of neighbouring numbers, the same for all rows of the tile. Steps are in floats.
/// </summary>
internal interface IRuns
{
    /// <summary>Runs in a row; at least one.</summary>
    nint Columns { get; }

    /// <summary>Rows of runs; at least one.</summary>
    nint Rows { get; }

    /// <summary>From the numbers of a run to those of the next.</summary>
    nint ColumnStep { get; }

    /// <summary>From the weights of a run to those of the next.</summary>
    nint ColumnWeights { get; }

    /// <summary>From the numbers of a row's first run to those of the next row's.</summary>
    nint RowStep { get; }

    /// <summary>From the weights of a row's first run to those of the next row's.</summary>
    nint RowWeights { get; }

    /// <summary>Columns of tiles beside each other; at least one.</summary>
    nint Strips { get; }

    /// <summary>From the first number of a column to that of the next.</summary>
    nint StripStep { get; }

    /// <summary>From the weights of a column to those of the next.</summary>
    nint StripWeights { get; }

    /// <summary>Lines of the target from column to column.</summary>
    nint StripLines { get; }
}

/// <summary>All of depth in one run. Of size 1, which tells the tile before anything is inlined that there is nothing to repeat.</summary>
internal readonly struct OneRun : IRuns
{
    public nint Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public nint Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public nint ColumnStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public nint ColumnWeights
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public nint RowStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public nint RowWeights
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public nint Strips
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public nint StripStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public nint StripWeights
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    public nint StripLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }
}
