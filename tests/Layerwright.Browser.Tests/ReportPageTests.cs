using Layerwright.Tests.Insight.Reporting;
using Microsoft.Playwright;

namespace Layerwright.Browser.Tests;

public sealed class ReportPageTests(Chromium browser)
{
    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (string content in Contents.Keys)
        {
            foreach (int width in (int[])[1280, 390])
            {
                views.Add(content, width, ColorScheme.Light);
                views.Add(content, width, ColorScheme.Dark);
            }
        }

        return views;
    }

    private static Dictionary<string, Func<ReportContent>> Contents { get; } = new()
    {
        ["trained"] = () => Trained.Content,
        ["made"] = () => MadeReports.Full(ImageNet.Summary, Trained.Content.Evaluation),
        ["hostile"] = HostileReport.Content,
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_report_is_drawn_whole_and_legible_on_every_screen(string content, int width, ColorScheme scheme)
    {
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Reports")).FullName;
        string file = Path.Combine(folder, $"{content}-{width}-{scheme}.html");
        TrainingReport.WriteHtml(file, Contents[content]());

        await using OpenPage open = await browser.OpenAsync(file, width, scheme);
        await open.Page.ScreenshotAsync(new() { Path = Path.ChangeExtension(file, ".png"), FullPage = true });
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.Empty(open.Errors);
        Assert.Empty(open.Requests);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>(Scripts.SidewaysScroll));
        Assert.Empty(await open.ProblemsAsync(Scripts.Blank));
        Assert.Empty(await open.ProblemsAsync(Scripts.Overlaps));
        Assert.Empty(await open.ProblemsAsync(Scripts.Clipped));
        Assert.Empty(await open.ProblemsAsync(Scripts.Faint));
    }

    [Theory]
    [InlineData("<svg><text x='1' y='20'>one two</text><text x='5' y='22'>three</text></svg>", Scripts.Overlaps)]
    [InlineData("<p style='white-space:nowrap'>A line that is far too long for any telephone, whatever its letters</p>", Scripts.Clipped)]
    [InlineData("<p style='width:40px;overflow:hidden;white-space:nowrap'>Cut off at its end</p>", Scripts.Clipped)]
    [InlineData("<p style='color:#999;background:#fff'>Hardly seen</p>", Scripts.Faint)]
    [InlineData("<figure class='chart'>Nothing</figure>", Scripts.Blank)]
    [InlineData("<img alt='lost' src='data:image/png;base64,AAAA'/>", Scripts.Blank)]
    public async Task What_is_looked_for_is_found_on_a_page_that_has_it(string fault, string script)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Reports")).FullName, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, $"<!DOCTYPE html><body style='width:300px'>{fault}</body>", TestContext.Current.CancellationToken);

        await using OpenPage open = await browser.OpenAsync(file, 390, ColorScheme.Light);

        Assert.NotEmpty(await open.ProblemsAsync(script));
    }

    [Fact]
    public async Task Colours_follow_the_readers_choice()
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Reports")).FullName, "colours.html");
        TrainingReport.WriteHtml(file, new ReportContent { Record = MadeReports.Record(ImageNet.Summary) });
        const string background = "() => getComputedStyle(document.body).backgroundColor";

        await using OpenPage light = await browser.OpenAsync(file, 1280, ColorScheme.Light);
        await using OpenPage dark = await browser.OpenAsync(file, 1280, ColorScheme.Dark);

        Assert.Equal("rgb(255, 255, 255)", await light.Page.EvaluateAsync<string>(background));
        Assert.Equal("rgb(20, 23, 27)", await dark.Page.EvaluateAsync<string>(background));
    }
}
