using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>What is taken for what.</summary>
internal static class ConfusionSection
{
    /// <summary>Classes whose whole matrix is still readable.</summary>
    private const int MostClasses = 25;

    private const int MostPairs = 20;

    public static XElement? Draw(ReportContent content)
    {
        if (content.Evaluation?.ConfusionMatrix is not { Total: > 0 } matrix)
        {
            return null;
        }

        string[] names = ClassNames.Of(content, matrix.Classes);
        (int Actual, int Predicted)[] pairs = [.. (
            from actual in Enumerable.Range(0, matrix.Classes)
            from predicted in Enumerable.Range(0, matrix.Classes)
            where actual != predicted && matrix[actual, predicted] > 0
            orderby matrix[actual, predicted] descending
            select (actual, predicted)).Take(MostPairs)];
        string lead = $"{Figures.Percent(matrix.Accuracy)} of {Figures.Count(matrix.Total)} rows are right."
            + (pairs is [var (label, guess), ..] ? $" Most often, {names[label]} is taken for {names[guess]}: {Figures.Count(matrix[label, guess])} times." : "");
        return Section.Of(
            "confusion", "Confusion matrix", lead,
            matrix.Classes <= MostClasses ? DrawMatrix(matrix, names) : DrawPairs(matrix, names, pairs),
            Table.Folded(
                "Share of each class that is right", ["Class", "Rows", "Right (recall)", "Right among what is taken for it (precision)"],
                Enumerable.Range(0, matrix.Classes).Select(label => (IReadOnlyList<object>)
                    [names[label], Figures.Count(matrix.ClassTotal(label)), Figures.Percent(matrix.ClassAccuracy(label)), Figures.Percent(Precision(matrix, label))])));
    }

    private static XElement DrawMatrix(ConfusionMatrix matrix, string[] names) => Tag.Of(
        "figure",
        Tag.Of("figcaption", Tag.Of("p", "A line for each class, a column for what its rows are taken for.")),
        Tag.Classed(
            "div", "scroll", Tag.Attribute("tabindex", "0"), Tag.Attribute("role", "region"), Tag.Attribute("aria-label", "Confusion matrix"),
            Tag.Classed(
                "table", "confusion",
                Tag.Classed("caption", "unseen", "Confusion matrix: actual class by line, predicted class by column"),
                Tag.Of("thead", Tag.Of(
                    "tr", Tag.Of("td"), names.Select(name => Tag.Of("th", Tag.Attribute("scope", "col"), Tag.Of("span", Tag.Attribute("title", name), name))))),
                Tag.Of("tbody", names.Select((name, actual) => Tag.Of(
                    "tr",
                    Tag.Of("th", Tag.Attribute("scope", "row"), Tag.Attribute("title", name), name),
                    names.Select((_, predicted) => DrawCell(matrix, actual, predicted))))))));

    /// <summary>Colour goes by the share of the class, capped so that figures stay readable; mistakes by its root, since they are few.</summary>
    private static XElement DrawCell(ConfusionMatrix matrix, int actual, int predicted)
    {
        long count = matrix[actual, predicted];
        if (count == 0)
        {
            return Tag.Classed("td", "none", "·");
        }

        double share = (double)count / matrix.ClassTotal(actual);
        double ink = actual == predicted ? 40 * share : 45 * Math.Sqrt(share);
        return Tag.Classed(
            "td", actual == predicted ? "right" : "wrong", Tag.Attribute("style", $"--share:{Tag.Number(ink)}%"), Figures.Count(count));
    }

    private static XElement? DrawPairs(ConfusionMatrix matrix, string[] names, (int Actual, int Predicted)[] pairs) =>
        pairs.Length == 0
            ? null
            : Table.Of(
                "Most frequent mistakes", ["Class", "Taken for", "Times"],
                pairs.Select(pair => (IReadOnlyList<object>)[names[pair.Actual], names[pair.Predicted], Figures.Count(matrix[pair.Actual, pair.Predicted])]),
                numbersFrom: 2);

    private static double Precision(ConfusionMatrix matrix, int label) =>
        (double)matrix[label, label] / Enumerable.Range(0, matrix.Classes).Sum(actual => matrix[actual, label]);
}
