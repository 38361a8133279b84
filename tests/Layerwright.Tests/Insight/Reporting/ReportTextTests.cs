using System.Globalization;
using System.Xml.Linq;
using Layerwright.Reporting;

namespace Layerwright.Tests.Insight.Reporting;

/// <summary>What a report's file is as text: closed against what it quotes, the same everywhere, legible.</summary>
public sealed class ReportTextTests
{
    private static ReportContent Full { get; } = MadeReports.Full(ReportNet.Summary);

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
        XElement page = Html.Parse(text);

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
}
