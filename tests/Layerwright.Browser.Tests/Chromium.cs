using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Layerwright.Browser.Tests.Chromium))]

namespace Layerwright.Browser.Tests;

/// <summary>
/// The system's Chromium without a screen, one for all tests. Where there is none they are skipped; with LAYERWRIGHT_BROWSER=required, as
/// in CI, they fail.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string s_missing = $"No browser is installed at {string.Join(", ", s_places)}: apt-get install chromium.";

    private static bool IsRequired => Environment.GetEnvironmentVariable("LAYERWRIGHT_BROWSER") == "required";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (s_places.FirstOrDefault(File.Exists) is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb"],
        });
    }

    /// <summary>Opens a file as a reader with such a screen and such a taste would.</summary>
    public async Task<OpenPage> OpenAsync(string file, int width, ColorScheme scheme)
    {
        Assert.SkipWhen(_browser is null && !IsRequired, s_missing);
        IBrowserContext context = await (_browser ?? throw new FileNotFoundException(s_missing)).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        var page = new OpenPage(await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
