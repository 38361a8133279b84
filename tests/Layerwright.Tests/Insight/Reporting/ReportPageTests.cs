using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Layerwright.Tests.Insight.Reporting;

public sealed partial class ReportPageTests
{
    private static ReportContent Full { get; } = MadeReports.Full(ReportNet.Summary);

    [Fact]
    public void A_whole_report_has_every_section_in_its_order_and_contents_that_lead_there()
    {
        XElement page = Html.Parse(TrainingReport.ToHtml(Full));

        string[] sections = ["findings", "curves", "updates", "layers", "initialization", "mistakes", "regression", "network"];
        Assert.Equal(sections, page.Descendants("section").Select(section => section.Attribute("id")!.Value));
        Assert.Equal(sections.Select(id => "#" + id), page.Descendants("a").Select(link => link.Attribute("href")!.Value));
        Assert.Equal("Fashion-MNIST, LeNet", page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void A_report_of_nothing_is_a_page_with_a_heading()
    {
        XElement page = Html.Parse(TrainingReport.ToHtml(new ReportContent()));

        Assert.Equal("Training report", page.Descendants("h1").Single().Value);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "section" or "nav" or "dl" or "table" or "svg");
    }

    [Fact]
    public void Parts_that_are_missing_leave_no_heading_behind()
    {
        TrainingRecord bare = MadeReports.Record(ReportNet.Summary) with { Steps = [], Epochs = [], Layers = [] };

        XElement page = Html.Parse(TrainingReport.ToHtml(new ReportContent { Record = bare, Findings = [] }));

        Assert.Equal(["findings", "network"], page.Descendants("section").Select(section => section.Attribute("id")!.Value));
        Assert.Contains("Nothing was found", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_recorded_is_drawn()
    {
        TrainingRecord record = MadeReports.Record(ReportNet.Summary) with { Classes = 0, ExpectedLoss = null, ChanceAccuracy = null };
        record = record with
        {
            Epochs = [.. record.Epochs.Select(epoch => epoch with { TrainingAccuracy = null, ValidationAccuracy = null, ValidationLoss = null })],
        };

        XElement page = Html.Parse(TrainingReport.ToHtml(new ReportContent { Record = record }));

        Assert.NotNull(Chart(page, "loss"));
        Assert.Null(Chart(page, "accuracy"));
        Assert.Equal(["training"], Labels(Chart(page, "loss")!));
    }

    [Fact]
    public void Curves_carry_their_names_and_every_chart_says_in_words_what_it_shows()
    {
        XElement page = Html.Parse(TrainingReport.ToHtml(Full));

        Assert.Equal(["no knowledge", "training", "validation"], Labels(Chart(page, "loss")!).Order());
        Assert.Equal(["a guess", "training", "validation"], Labels(Chart(page, "accuracy")!).Order());
        Assert.Equal(["Conv1", "Dense1", "Dense2"], Labels(Chart(page, "ratios")!).Order());
        string[] keys = ["loss", "accuracy", "learning-rate", "ratios", "forward", "backward", "predicted-1", "residuals-1"];
        Assert.All(keys, key =>
        {
            XElement chart = Chart(page, key)!;
            Assert.Equal("img", chart.Attribute("role")!.Value);
            string[] named = chart.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.All(named, id => Assert.NotEmpty(page.Descendants().Single(element => (string?)element.Attribute("id") == id).Value));
        });
        Assert.Contains("After the last epoch 91.7 % of training rows and 86.7 % of validation rows", Chart(page, "accuracy")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_identifier_is_there_once()
    {
        string[] ids = [.. Html.Parse(TrainingReport.ToHtml(Full)).DescendantsAndSelf().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void The_band_of_good_ratios_lies_between_its_bounds()
    {
        XElement chart = Chart(Html.Parse(TrainingReport.ToHtml(Full)), "ratios")!;
        XElement band = chart.Elements("rect").Single();

        double top = Number(band, "y"), bottom = top + Number(band, "height");

        Assert.Equal(TickAt(chart, "0.01"), top, 0.01);
        Assert.Equal(TickAt(chart, "10⁻⁴"), bottom, 0.01);
    }

    [Fact]
    public void Each_layer_has_a_panel_for_each_kind_of_histogram_that_it_has()
    {
        XElement page = Html.Parse(TrainingReport.ToHtml(Full));
        var panels = page.Descendants("div").Where(element => (string?)element.Attribute("class") == "layer").ToDictionary(
            layer => layer.Descendants("h3").Single().Value,
            layer => layer.Descendants("div").Where(div => (string?)div.Attribute("class") == "head").Select(head => head.Value).ToArray());

        Assert.Equal(["Activations", "Gradients", "Weights"], panels["Conv1"]);
        Assert.Equal(["Activations", "Gradients"], panels["Tanh1"]);
        Assert.Equal(ReportNet.Summary.Layers.Count - 2, panels.Count);
    }

    [Fact]
    public void Checks_stand_with_their_verdicts_and_the_usable_rates_are_shaded()
    {
        var sanity = new SanityReport("Net",
        [
            new(SanityChecks.InitialLoss, "Initial loss", SanityVerdict.Passed, "2.31, expected 2.303"),
            new(SanityChecks.Overfitting, "Overfitting", SanityVerdict.Failed, "20 rows were not learnt")
            {
                Finding = new("LW7004", "Cannot overfit", FindingSeverity.Warning, "20 rows were not learnt", "Look at the gradients"),
            },
        ])
        {
            LearningRates = new LearningRateReport(new Sgd(0.1f), 50, 2.3, [1e-4f, 1e-3f, 1e-2f, 1e-1f, 1], [2.29, 2.0, 0.5, 0.55, double.NaN]),
        };

        XElement page = Html.Parse(TrainingReport.ToHtml(new ReportContent { Sanity = sanity }));

        XElement section = page.Descendants("section").Single();
        Assert.Equal("sanity", section.Attribute("id")!.Value);
        Assert.Equal(
            ["Initial loss|passed|2.31, expected 2.303.", "Overfitting|failed|20 rows were not learnt. Look at the gradients (LW7004)."],
            section.Descendants("table").First().Element("tbody")!.Elements().Select(row => string.Join('|', row.Elements().Select(cell => cell.Value))));
        XElement band = Chart(page, "rates")!.Elements("rect").Single();
        Assert.Equal("50%", band.Attribute("x")!.Value);
        Assert.Equal("25%", band.Attribute("width")!.Value);
    }

    [Theory]
    [InlineData(new[] { 2.29, 2.25, 0.5, 2.2, double.NaN }, 37.5, 25)]
    [InlineData(new[] { 0.5, 2.2, 2.25, 2.29, double.NaN }, 0, 12.5)]
    [InlineData(new[] { 2.29, 2.28, 2.25, 2.2, 0.5 }, 87.5, 12.5)]
    public void One_usable_rate_alone_is_shaded_half_the_way_to_its_neighbours(double[] last, double left, double width)
    {
        var rates = new LearningRateReport(new Sgd(0.1f), 50, 2.3, [1e-4f, 1e-3f, 1e-2f, 1e-1f, 1], last);

        XElement band = Chart(Html.Parse(TrainingReport.ToHtml(new ReportContent { LearningRates = rates })), "rates")!.Elements("rect").Single();

        Assert.Equal(rates.Lowest, rates.Highest);
        Assert.Equal((left, width), (Percent("x"), Percent("width")));

        double Percent(string name) => Math.Round(double.Parse(band.Attribute(name)!.Value.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture), 1);
    }

    [Fact]
    public void Warnings_come_before_notes_and_carry_layer_place_and_advice()
    {
        XElement[] findings = [.. Html.Parse(TrainingReport.ToHtml(Full)).Descendants("ul").First().Elements("li")];

        Assert.Equal(["warning", "note"], findings.Select(finding => finding.Attribute("class")!.Value));
        Assert.Equal(
            ["LW7009 warning Dead units", "layer ReLU1, epoch 3, update 240, same cause as LW3001 at compile time",
                "45 % of ReLU1's units had no positive value in 1,024 rows, more than 40 %.", "Lower the learning rate, or take LeakyReLU."],
            findings[0].Elements().Select(line => line.Value));
    }

    [Fact]
    public void No_figure_that_is_not_a_number_reaches_a_drawing()
    {
        TrainingRecord record = MadeReports.Record(ReportNet.Summary);
        double[] strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -1, double.MaxValue, double.Epsilon];
        record = record with
        {
            ExpectedLoss = double.NaN,
            Steps = [.. strange.Select((value, i) => new StepRecord(i, value, (float)value))],
            Epochs = [.. strange.Select((value, i) => record.Epochs[0] with
            {
                Epoch = i + 1, MeasuredTrainingLoss = value, ValidationLoss = value, TrainingAccuracy = value, ValidationAccuracy = value,
            })],
            Layers = [.. record.Layers.Select(layer => layer with
            {
                Samples = [.. strange.Select((value, i) => layer.Samples[0] with
                {
                    Step = i, Mean = value, Deviation = value, GradientRms = value, WeightGradientRms = value, UpdateRatio = value, Saturated = value,
                    Activations = new Histogram(value, value, [1, 2]), Gradients = new Histogram(0, value, [3]), Weights = new Histogram(value, 1, []),
                })],
            })],
        };

        XElement page = Html.Parse(TrainingReport.ToHtml(Full with { Record = record }));

        Assert.All(
            page.Descendants().Where(element => element.Name.LocalName is "path" or "circle" or "line" or "rect" or "text" or "svg").Attributes()
                .Where(attribute => attribute.Name.LocalName is not ("class" or "vector-effect" or "style" or "role" or "id" or "preserveAspectRatio" or "aria-labelledby")),
            attribute => Assert.Matches(Drawn(), attribute.Value));
    }

    private static XElement? Chart(XElement page, string key) => page.Descendants("svg").SingleOrDefault(svg => (string?)svg.Attribute("id") == key);

    private static IEnumerable<string> Labels(XElement chart) =>
        chart.Descendants("text").Where(text => text.Attribute("class")!.Value.StartsWith("label ", StringComparison.Ordinal)).Select(text => text.Value);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The height of the tick with such a text; letters stand four pixels below their line.</summary>
    private static double TickAt(XElement chart, string text) => Number(chart.Elements("text").First(tick => tick.Value == text), "y") - 4;

    [GeneratedRegex(@"^([MLVh0-9. -]*|[0-9.-]+%?|0 0 [0-9. ]+)$")]
    private static partial Regex Drawn();
}
