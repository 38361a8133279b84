using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Rows as dots over two axes, and a dashed line where all of them would lie if nothing were wrong.</summary>
/// <param name="Key">Tells its elements from those of other charts on the page.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What a reader who cannot see it should know.</param>
/// <param name="X">The lower axis.</param>
/// <param name="Y">The axis on the left.</param>
/// <param name="Points">The rows.</param>
/// <param name="Ideal">The ends of the dashed line.</param>
internal sealed record ScatterChart(
    string Key, string Title, string Description, Axis X, Axis Y, IReadOnlyList<Point> Points, (Point From, Point To) Ideal)
{
    private const double Height = 300, Letter = 7.2, LeastLeft = 56;

    /// <summary>Letters that the ticks of the lower axis may have together on a narrow screen.</summary>
    private const int MostLetters = 26;

    /// <summary>What the lower axis counts.</summary>
    public required string XTitle { get; init; }

    /// <summary>A sentence for everyone, under the title.</summary>
    public string? Note { get; init; }

    /// <summary>The figures; null where they stand elsewhere.</summary>
    public XElement? Table { get; init; }

    public XElement Draw()
    {
        Axis x = Roomy(X);
        return new PlotFrame(Key, Title, Description)
        {
            Height = Height,
            Left = Math.Max(LeastLeft, 12 + Wide(Y)),
            Right = 12 + (Wide(x) / 2),
            Note = Note,
            Table = Table,
        }.Draw(PlotFrame.DrawAxes(x, Y, XTitle, Height), DrawIdeal(), DrawPoints());
    }

    private XElement DrawIdeal() => Tag.Of(
        "line", Ink.Reference.Attributes("curve"),
        Tag.Percent("x1", Across(Ideal.From)), Tag.Attribute("y1", Down(Ideal.From)),
        Tag.Percent("x2", Across(Ideal.To)), Tag.Attribute("y2", Down(Ideal.To)));

    private IEnumerable<XElement> DrawPoints() => Points
        .Where(point => !double.IsNaN(Across(point)) && !double.IsNaN(Down(point)))
        .Select(point => Tag.Of(
            "circle", Ink.Training.Attributes("dot row"), Tag.Percent("cx", Across(point)), Tag.Attribute("cy", Down(point)), Tag.Attribute("r", 3)));

    private double Across(Point point) => Math.Clamp(X.Place(point.X), 0, 1);

    private double Down(Point point) => PlotFrame.Down(Y, point.Y, Height);

    private static double Wide(Axis axis) => Letter * axis.Ticks.Select(tick => tick.Text.Length).DefaultIfEmpty(0).Max();

    /// <summary>Every other tick, or fewer, where all of them would touch each other.</summary>
    private static Axis Roomy(Axis axis)
    {
        int every = 1;
        while (Letters(every) > MostLetters && every < axis.Ticks.Count)
        {
            every++;
        }

        return axis with { Ticks = [.. Ticks(every)] };

        IEnumerable<Tick> Ticks(int every) => axis.Ticks.Where((_, i) => i % every == 0);

        int Letters(int every) => Ticks(every).Sum(tick => tick.Text.Length + 1);
    }
}
