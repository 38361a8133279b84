using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The positions that a tap's gradient is summed over: columns of rows of images, with the steps from one to the next in the input and
/// in the gradient. What lies without a gap is one run.
/// </summary>
internal readonly struct PositionRun
{
    private PositionRun(Line images, Line rows, Line columns)
    {
        Images = images;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Images.</summary>
    public Line Images { get; }

    /// <summary>Rows of an image.</summary>
    public Line Rows { get; }

    /// <summary>Columns of a row.</summary>
    public Line Columns { get; }

    /// <summary>Images of rows of columns, joined where nothing lies between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PositionRun Of(Line images, Line rows, Line columns)
    {
        if (rows.Follows(columns))
        {
            columns = columns.Times(rows.Count);
            rows = rows.Once();
        }

        if (rows.Count == 1 && images.Follows(columns))
        {
            columns = columns.Times(images.Count);
            images = images.Once();
        }

        return new(images, rows, columns);
    }

    /// <summary>So many neighbours.</summary>
    /// <param name="Count">Neighbours.</param>
    /// <param name="InputStep">Elements from one to the next in the input.</param>
    /// <param name="GradientStep">Elements from one to the next in the gradient.</param>
    internal readonly record struct Line(nint Count, nint InputStep, nint GradientStep)
    {
        public bool Follows(Line inner) =>
            Count == 1 || (InputStep == inner.Count * inner.InputStep && GradientStep == inner.Count * inner.GradientStep);

        public Line Times(nint count) => this with { Count = Count * count };

        public Line Once() => this with { Count = 1 };
    }
}
