namespace Layerwright.Kernels;

/// <summary>The taps of a convolution that lie inside the image: a row of runs for each row of taps.</summary>
internal readonly record struct TapRuns : IRuns
{
    public TapRuns()
    {
    }

    public required nint Columns { get; init; }

    public required nint Rows { get; init; }

    public required nint ColumnStep { get; init; }

    public required nint ColumnWeights { get; init; }

    public required nint RowStep { get; init; }

    public required nint RowWeights { get; init; }

    public nint Strips { get; init; } = 1;

    public nint StripStep { get; init; }

    public nint StripWeights { get; init; }

    public nint StripLines { get; init; }
}
