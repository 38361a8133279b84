using Microsoft.Playwright;

namespace Layerwright.Browser.Tests;

/// <summary>A page that remembers what went wrong on it and what it asked the network for.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => _errors.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _errors.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Whatever the console says.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>What was asked for besides the file itself and the images within it.</summary>
    public IReadOnlyList<string> Requests =>
        [.. _requests.Where(url => !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))];

    public Task<string[]> ProblemsAsync(string script) => Page.EvaluateAsync<string[]>(script);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
