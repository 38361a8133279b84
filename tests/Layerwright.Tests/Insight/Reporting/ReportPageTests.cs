using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Layerwright.Reporting;

namespace Layerwright.Tests.Insight.Reporting;

public sealed partial class ReportPageTests
{
    private static ReportContent Full { get; } = MadeReports.Full(ReportNet.Summary);

    [Fact]
    public void A_whole_report_has_every_section_in_its_order_and_contents_that_lead_there()
    {
        XElement page = Parse(TrainingReport.ToHtml(Full));

        string[] sections = ["findings", "curves", "updates", "layers", "initialization", "mistakes", "network"];
        Assert.Equal(sections, page.Descendants("section").Select(section => section.Attribute("id")!.Value));
        Assert.Equal(sections.Select(id => "#" + id), page.Descendants("a").Select(link => link.Attribute("href")!.Value));
        Assert.Equal("Fashion-MNIST, LeNet", page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void A_report_of_nothing_is_a_page_with_a_heading()
    {
        XElement page = Parse(TrainingReport.ToHtml(new ReportContent()));

        Assert.Equal("Training report", page.Descendants("h1").Single().Value);
        Assert.Empty(page.Descendants().Where(element => element.Name.LocalName is "section" or "nav" or "dl" or "table" or "svg"));
    }

    [Fact]
    public void Parts_that_are_missing_leave_no_heading_behind()
    {
        TrainingRecord bare = MadeReports.Record(ReportNet.Summary) with { Steps = [], Epochs = [], Layers = [] };

        XElement page = Parse(TrainingReport.ToHtml(new ReportContent { Record = bare, Findings = [] }));

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

        XElement page = Parse(TrainingReport.ToHtml(new ReportContent { Record = record }));

        Assert.NotNull(Chart(page, "loss"));
        Assert.Null(Chart(page, "accuracy"));
        Assert.Equal(["training"], Labels(Chart(page, "loss")!));
    }

    [Fact]
    public void Curves_carry_their_names_and_every_chart_says_in_words_what_it_shows()
    {
        XElement page = Parse(TrainingReport.ToHtml(Full));

        Assert.Equal(["no knowledge", "training", "validation"], Labels(Chart(page, "loss")!).Order());
        Assert.Equal(["a guess", "training", "validation"], Labels(Chart(page, "accuracy")!).Order());
        Assert.Equal(["Conv1", "Dense1", "Dense2"], Labels(Chart(page, "ratios")!).Order());
        string[] keys = ["loss", "accuracy", "learning-rate", "ratios", "forward", "backward"];
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
        string[] ids = [.. Parse(TrainingReport.ToHtml(Full)).DescendantsAndSelf().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void The_band_of_good_ratios_lies_between_its_bounds()
    {
        XElement chart = Chart(Parse(TrainingReport.ToHtml(Full)), "ratios")!;
        XElement band = chart.Elements("rect").Single();

        double top = Number(band, "y"), bottom = top + Number(band, "height");

        Assert.Equal(TickAt(chart, "0.01"), top, 0.01);
        Assert.Equal(TickAt(chart, "10⁻⁴"), bottom, 0.01);
    }

    [Fact]
    public void Each_layer_has_a_panel_for_each_kind_of_histogram_that_it_has()
    {
        XElement page = Parse(TrainingReport.ToHtml(Full));
        var panels = page.Descendants("div").Where(element => (string?)element.Attribute("class") == "layer").ToDictionary(
            layer => layer.Descendants("h3").Single().Value,
            layer => layer.Descendants("div").Where(div => (string?)div.Attribute("class") == "head").Select(head => head.Value).ToArray());

        Assert.Equal(["Activations", "Gradients", "Weights"], panels["Conv1"]);
        Assert.Equal(["Activations", "Gradients"], panels["Tanh1"]);
        Assert.Equal(ReportNet.Summary.Layers.Count - 2, panels.Count);
    }

    [Fact]
    public void Warnings_come_before_notes_and_carry_layer_place_and_advice()
    {
        XElement[] findings = [.. Parse(TrainingReport.ToHtml(Full)).Descendants("ul").First().Elements("li")];

        Assert.Equal(["warning", "note"], findings.Select(finding => finding.Attribute("class")!.Value));
        Assert.Equal(
            ["LW7009 warning Dead units", "layer ReLU1, epoch 3, update 240, same cause as LW3001 at compile time",
                "45 % of ReLU1's units had no positive value in 1,024 rows, more than 40 %.", "Lower the learning rate, or take LeakyReLU."],
            findings[0].Elements().Select(line => line.Value));
    }

    [Fact]
    public void Texts_are_escaped_and_cannot_break_out()
    {
        const string hostile = "</title></style></svg><script>alert(1)</script> & \" ' \u0001 \uD800 é 😀";
        var content = Full with
        {
            Title = hostile,
            Description = hostile,
            Findings = [new(hostile, hostile, FindingSeverity.Warning, hostile, hostile, hostile) { Layer = hostile }],
            ClassNames = [.. MadeReports.ClassNames.Select((name, i) => hostile + i)],
            Panels = [MadeReports.Panel(hostile, 1, 1) with { Note = hostile }],
            Record = Full.Record! with { Fault = hostile, Layers = [Full.Record.Layers[0] with { Name = hostile, Kind = hostile, OutputShape = hostile }] },
        };

        string text = TrainingReport.ToHtml(content);
        XElement page = Parse(text);

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("</title></style></svg><script>alert(1)</script> & \" ' \uFFFD \uFFFD é 😀", page.Descendants("h1").Single().Value);
        Assert.Equal(Style.Sheet, page.Descendants("style").Single().Value);
    }

    [Fact]
    public void The_style_sheet_holds_nothing_that_a_browser_reads_otherwise_than_xml() =>
        Assert.Equal(-1, Style.Sheet.AsSpan().IndexOfAny('<', '>', '&'));

    [Fact]
    public void Nothing_is_fetched_from_anywhere()
    {
        string text = TrainingReport.ToHtml(Full);

        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_same_content_gives_the_same_bytes_in_every_culture(string culture)
    {
        string expected = TrainingReport.ToHtml(Full);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, TrainingReport.ToHtml(Full));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
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

        XElement page = Parse(TrainingReport.ToHtml(Full with { Record = record }));

        Assert.All(
            page.Descendants().Where(element => element.Name.LocalName is "path" or "circle" or "line" or "rect" or "text" or "svg").Attributes()
                .Where(attribute => attribute.Name.LocalName is not ("class" or "vector-effect" or "style" or "role" or "id" or "preserveAspectRatio" or "aria-labelledby")),
            attribute => Assert.Matches(Drawn(), attribute.Value));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_and_starts_with_its_doctype()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        try
        {
            File.WriteAllText(path, new string('x', 10_000_000));

            TrainingReport.WriteHtml(path, Full);

            Assert.Equal(TrainingReport.ToHtml(Full), File.ReadAllText(path));
            Assert.Equal("<!DOCTYPE html>\n"u8, File.ReadAllBytes(path).AsSpan(0, 16));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Colours_of_text_stand_out_from_both_grounds_by_day_and_by_night() => Assert.All(
        from palette in (Palette[])[Palette.Light, Palette.Dark]
        from ink in palette.Colours.Keys.Except(["page", "card", "grid", "good"])
        from ground in (string[])["page", "card"]
        select (palette.Colours[ink], palette.Colours[ground]),
        pair => Assert.InRange(Contrast(pair.Item1, pair.Item2), 4.5, 21));

    private static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XElement? Chart(XElement page, string key) => page.Descendants("svg").SingleOrDefault(svg => (string?)svg.Attribute("id") == key);

    private static IEnumerable<string> Labels(XElement chart) =>
        chart.Descendants("text").Where(text => text.Attribute("class")!.Value.StartsWith("label ", StringComparison.Ordinal)).Select(text => text.Value);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The height of the tick with such a text; letters stand four pixels below their line.</summary>
    private static double TickAt(XElement chart, string text) => Number(chart.Elements("text").First(tick => tick.Value == text), "y") - 4;

    private static double Contrast(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

        static double Luminance(string colour)
        {
            double[] parts = [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0)
                .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
            return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
        }
    }

    [GeneratedRegex(@"^([MLVh0-9. -]*|[0-9.-]+%?|0 0 [0-9. ]+)$")]
    private static partial Regex Drawn();
}
