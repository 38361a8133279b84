using System.Globalization;
using System.Xml.Linq;

namespace Layerwright.Tests.Insight.Reporting;

public sealed class RegressionSectionTests
{
    [Fact]
    public void Each_row_is_a_dot_at_its_place_and_a_right_one_lies_on_the_diagonal()
    {
        XElement chart = Chart(new([0, 5, 10], [0, 5, 0]), "predicted-1");

        XElement[] dots = [.. chart.Elements("circle")];
        Assert.Equal([0, 50, 100.0], dots.Select(dot => Number(dot, "cx")));
        Assert.Equal([300, 150, 300.0], dots.Select(dot => Number(dot, "cy")));
        XElement line = Dashed(chart);
        Assert.Equal((0, 300, 100, 0), (Number(line, "x1"), Number(line, "y1"), Number(line, "x2"), Number(line, "y2")));
    }

    [Fact]
    public void Residuals_are_true_less_predicted_around_a_level_line_at_zero()
    {
        XElement chart = Chart(new([4, 6], [0, 10]), "residuals-1");

        XElement line = Dashed(chart);
        Assert.Equal(Number(line, "y1"), Number(line, "y2"));
        XElement[] dots = [.. chart.Elements("circle")];
        Assert.Equal(Number(line, "y1") - Number(dots[0], "cy"), Number(dots[1], "cy") - Number(line, "y1"), 0.01);
        Assert.True(Number(dots[0], "cy") < Number(line, "y1"), "A prediction that is too low has a residual above 0.");
    }

    [Fact]
    public void The_section_says_how_far_off_rows_are_and_the_facts_say_how_much_is_explained()
    {
        // Errors 1 to 10.
        float[] targets = [.. Enumerable.Range(1, 10).Select(row => 100f * row)];
        XElement page = Page(new(targets, [.. targets.Select((target, row) => target + row + 1)]) { Name = "price", Unit = "€" });

        string section = page.Descendants("section").Single().Value;
        Assert.Contains("Half of the rows are off by at most 5 €, nine in ten by at most 9 €; 100.0 % of the variance is explained.", section, StringComparison.Ordinal);
        Assert.Equal(
            ["RMSE of price|6.2 €of 10 rows", "R² of price|1share of the variance that is explained"],
            page.Descendants("dl").Single().Elements().Select(fact => string.Join('|', fact.Elements().Select(part => part.Value))));
        XElement worst = page.Descendants("tbody").Single().Elements().First();
        Assert.Equal(["9", "1,000", "1,010", "−10"], worst.Elements().Select(cell => cell.Value));
    }

    [Fact]
    public void Of_many_rows_so_many_are_drawn_as_tell_and_the_note_says_so()
    {
        float[] values = [.. Enumerable.Range(0, 5000).Select(row => (float)row)];

        XElement page = Page(new(values, values));

        Assert.Equal(2 * 1667, page.Descendants("circle").Count());
        Assert.Contains("1,667 of 5,000 rows are drawn", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_finite_prediction_there_is_a_sentence_and_no_chart()
    {
        XElement page = Page(new([1, 2], [float.NaN, float.PositiveInfinity]));

        Assert.Contains("No prediction is a finite number", page.Value, StringComparison.Ordinal);
        Assert.Empty(page.Descendants("svg"));
    }

    [Fact]
    public void Several_outputs_have_charts_of_their_own()
    {
        XElement page = Html.Parse(TrainingReport.ToHtml(new ReportContent { Regressions = [MadeReports.Regression("width", "mm"), MadeReports.Regression("height", null)] }));

        Assert.Equal(["width", "height"], page.Descendants("article").Select(article => article.Element("h3")!.Value));
        Assert.Equal(
            ["predicted-1", "residuals-1", "predicted-2", "residuals-2"],
            page.Descendants("svg").Attributes("id").Select(id => id.Value));
    }

    private static XElement Page(RegressionPredictions predictions) => Html.Parse(TrainingReport.ToHtml(new ReportContent { Regressions = [predictions] }));

    private static XElement Chart(RegressionPredictions predictions, string key) =>
        Page(predictions).Descendants("svg").Single(svg => (string?)svg.Attribute("id") == key);

    private static XElement Dashed(XElement chart) => chart.Elements("line").Single(line => line.Attribute("class")!.Value.StartsWith("curve ", StringComparison.Ordinal));

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value.TrimEnd('%'), CultureInfo.InvariantCulture);
}
