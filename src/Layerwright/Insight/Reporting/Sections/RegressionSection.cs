using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Predictions beside what is true, and what is left over.</summary>
internal static class RegressionSection
{
    /// <summary>Dots that still show where most of them lie; of more rows every so many are drawn.</summary>
    private const int MostDots = 2000;

    private const int MostRows = 10;

    /// <summary>Letters of a unit that stands on an axis; a longer one stands in the note alone.</summary>
    private const int MostLetters = 12;

    public static XElement? Draw(ReportContent content) => content.Regressions.Count == 0
        ? null
        : Section.Of(
            "regression", "Predictions and residuals",
            "Look for dots that bend away from a dashed line (something is not learnt) and for residuals that spread with the prediction "
                + "(try the logarithm of the target).",
            content.Regressions.Select(Draw));

    /// <summary>A figure with the unit of its output.</summary>
    public static string InUnit(RegressionPredictions regression, double value) =>
        Figures.Short(value) + (regression.Unit is null ? string.Empty : $" {regression.Unit}");

    private static string Describe(RegressionPredictions regression)
    {
        float[] errors = [.. Residuals(regression).Where(double.IsFinite).Select(residual => (float)Math.Abs(residual)).Order()];
        if (errors.Length == 0)
        {
            return "No prediction is a finite number.";
        }

        return $"Half of the rows are off by at most {InUnit(regression, Quantile(errors, 0.5))}, nine in ten by at most {InUnit(regression, Quantile(errors, 0.9))}; "
            + $"{Figures.Percent(regression.RSquared)} of the variance is explained."
            + (errors.Length < regression.Count ? $" {Figures.Count(regression.Count - errors.Length)} of {Figures.Count(regression.Count)} predictions are no finite number." : string.Empty);
    }

    private static XElement Draw(RegressionPredictions regression, int number)
    {
        int stride = (regression.Count + MostDots - 1) / MostDots;
        int[] rows = [.. Enumerable.Range(0, regression.Count).Where(row => row % stride == 0)];
        string sample = stride > 1 ? $" {Figures.Count(rows.Length)} of {Figures.Count(regression.Count)} rows are drawn." : string.Empty;
        return Tag.Of(
            "article",
            regression.Name is null ? null : Tag.Of("h3", regression.Name),
            Tag.Classed("p", "hint", Describe(regression)),
            Section.Grid(DrawPredictions(regression, number, rows, sample), DrawResiduals(regression, number, rows, sample)));
    }

    private static XElement? DrawPredictions(RegressionPredictions regression, int number, int[] rows, string sample)
    {
        Point[] points = [.. rows.Select(row => new Point(regression.Targets[row], regression.Predictions[row]))];
        if (!points.Any(point => double.IsFinite(point.Y)))
        {
            return null;
        }

        Axis axis = Axis.Linear(points.SelectMany(point => new[] { point.X, point.Y }));
        return new ScatterChart(
            $"predicted-{number + 1}", "Predicted against true", Describe(regression), axis, axis, points,
            (new(axis.Low, axis.Low), new(axis.High, axis.High)))
        {
            XTitle = "true" + AxisUnit(regression),
            Note = $"Up: predicted{Unit(regression)}. On the dashed line both are equal.{sample}",
        }.Draw();
    }

    private static XElement? DrawResiduals(RegressionPredictions regression, int number, int[] rows, string sample)
    {
        double[] residuals = [.. Residuals(regression)];
        Point[] points = [.. rows.Select(row => new Point(regression.Predictions[row], residuals[row]))];
        if (!points.Any(point => double.IsFinite(point.Y)))
        {
            return null;
        }

        Axis x = Axis.Linear(points.Select(point => point.X)), y = Axis.Linear([0, .. points.Select(point => point.Y)]);
        double[] finite = [.. residuals.Where(double.IsFinite)];
        return new ScatterChart(
            $"residuals-{number + 1}", "Residuals", $"On average {Figures.Short(finite.Average())}, from {Figures.Short(finite.Min())} to {Figures.Short(finite.Max())}.",
            x, y, points, (new(x.Low, 0), new(x.High, 0)))
        {
            XTitle = "predicted" + AxisUnit(regression),
            Note = $"Up: true less predicted{Unit(regression)}; above the dashed line the prediction is too low.{sample}",
            Table = Table.Folded(
                "Rows that are furthest off", ["Row", "True", "Predicted", "Residual"],
                Enumerable.Range(0, regression.Count)
                    .OrderByDescending(row => double.IsFinite(residuals[row]) ? Math.Abs(residuals[row]) : double.PositiveInfinity)
                    .Take(MostRows)
                    .Select(row => (IReadOnlyList<object>)
                    [
                        Figures.Count(row), Figures.Short(regression.Targets[row]), Figures.Short(regression.Predictions[row]), Figures.Short(residuals[row]),
                    ])),
        }.Draw();
    }

    private static IEnumerable<double> Residuals(RegressionPredictions regression) =>
        Enumerable.Range(0, regression.Count).Select(row => (double)regression.Targets[row] - regression.Predictions[row]);

    private static double Quantile(float[] ascending, double share) => ascending[(int)Math.Ceiling(share * ascending.Length) - 1];

    private static string Unit(RegressionPredictions regression) => regression.Unit is null ? string.Empty : $", in {regression.Unit}";

    private static string AxisUnit(RegressionPredictions regression) => regression.Unit?.Length > MostLetters ? string.Empty : Unit(regression);
}
