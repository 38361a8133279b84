namespace Layerwright.Reporting;

/// <summary>A point of a curve.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>One curve of a chart.</summary>
/// <param name="Name">What is written at its end.</param>
/// <param name="Points">From left to right; a point without a place interrupts the curve.</param>
/// <param name="Ink">Its colour.</param>
internal sealed record Series(string Name, IReadOnlyList<Point> Points, Ink Ink)
{
    /// <summary>False for a curve that only stands behind another.</summary>
    public bool IsLabelled { get; init; } = true;

    /// <summary>The curve by at most so many points, each the mean of as many neighbours, those without a value left out.</summary>
    public Series Thinned(int most)
    {
        if (Points.Count <= most)
        {
            return this;
        }

        return this with
        {
            Points = [.. Enumerable.Range(0, most).Select(i =>
            {
                int first = (int)((long)i * Points.Count / most), last = (int)((long)(i + 1) * Points.Count / most);
                double x = 0, y = 0;
                int known = 0;
                for (int point = first; point < last; point++)
                {
                    if (double.IsFinite(Points[point].Y))
                    {
                        x += Points[point].X;
                        y += Points[point].Y;
                        known++;
                    }
                }

                return new Point(known > 0 ? x / known : Points[first].X, y / known);
            })],
        };
    }
}
