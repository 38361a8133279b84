using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>The rows that the network is most wrong about, as images where they are images.</summary>
internal static class MistakesSection
{
    public static XElement? Draw(ReportContent content)
    {
        if (content.Mistakes.Count == 0)
        {
            return null;
        }

        const string lead = "Where the network was surest of another class. Look for wrong labels, and for what these rows have in common.";
        bool areImages = content.Mistakes.All(mistake => mistake.Shape is { } shape && mistake.Input.Length == shape.Length);
        return Section.Of("mistakes", "Worst mistakes", lead, areImages ? DrawImages(content) : DrawTable(content));
    }

    private static XElement DrawImages(ReportContent content)
    {
        var range = Pixels.RangeOf(content.Mistakes.Select(mistake => mistake.Input));
        return Tag.Classed("ul", "mistakes", content.Mistakes.Select(mistake =>
        {
            ImageShape shape = mistake.Shape!.Value;
            byte[] file = Png.Write(Pixels.Of(mistake.Input.Span, shape, range), shape.Width, shape.Height);
            string actual = ClassNames.Of(content, mistake.Label, null), predicted = ClassNames.Of(content, mistake.Predicted, null);
            return Tag.Of(
                "li",
                Tag.Of(
                    "img",
                    Tag.Attribute("src", "data:image/png;base64," + Convert.ToBase64String(file)),
                    Tag.Attribute("width", shape.Width), Tag.Attribute("height", shape.Height),
                    Tag.Attribute("alt", $"Row {Figures.Count(mistake.Row)}: {actual}, taken for {predicted}")),
                Tag.Classed("div", "took", predicted + With(mistake.Probability)),
                Tag.Classed("div", "was", "is " + actual + With(mistake.LabelProbability)),
                Tag.Classed("div", "hint", $"row {Figures.Count(mistake.Row)}"));
        }));
    }

    private static XElement DrawTable(ReportContent content) => Table.Of(
        "Worst mistakes", ["Row", "Class", "Taken for", "Probability", "Of its own class"],
        content.Mistakes.Select(mistake => (IReadOnlyList<object>)
        [
            Figures.Count(mistake.Row), ClassNames.Of(content, mistake.Label, null), ClassNames.Of(content, mistake.Predicted, null),
            Figures.Percent(mistake.Probability), Figures.Percent(mistake.LabelProbability),
        ]),
        numbersFrom: 3);

    private static string With(double? probability) => probability is null ? string.Empty : $", {Figures.Percent(probability)}";
}
