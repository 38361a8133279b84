namespace Layerwright.Reporting;

/// <summary>The page's colours, by day and by night. Inks keep a contrast of 4.5 to both grounds (WCAG 2.2, 1.4.3).</summary>
internal sealed record Palette(IReadOnlyDictionary<string, string> Colours)
{
    public static Palette Light { get; } = new(new Dictionary<string, string>
    {
        ["page"] = "#ffffff",
        ["card"] = "#f6f7f9",
        ["ink"] = "#1a1d21",
        ["soft"] = "#56606c",
        ["grid"] = "#dde1e6",
        ["training"] = "#1d5fa8",
        ["validation"] = "#a8430a",
        ["first"] = "#0b6b62",
        ["last"] = "#6d28d9",
        ["good"] = "#2e7d32",
        ["warning"] = "#b3261e",
        ["note"] = "#7a5200",
    });

    public static Palette Dark { get; } = new(new Dictionary<string, string>
    {
        ["page"] = "#14171b",
        ["card"] = "#1c2026",
        ["ink"] = "#e8eaed",
        ["soft"] = "#a5aeb9",
        ["grid"] = "#343b44",
        ["training"] = "#74b3f5",
        ["validation"] = "#f2a25c",
        ["first"] = "#5eead4",
        ["last"] = "#c4a8ff",
        ["good"] = "#81c784",
        ["warning"] = "#ff8f85",
        ["note"] = "#ecc168",
    });

    /// <summary>As custom properties: <c>--ink:#1a1d21;</c>.</summary>
    public override string ToString() => string.Concat(Colours.Select(colour => $"--{colour.Key}:{colour.Value};"));
}
