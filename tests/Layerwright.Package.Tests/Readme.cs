namespace Layerwright.Package.Tests;

/// <summary>README.md, in the parts that tests hold it to.</summary>
internal static class Readme
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(BuildSettings.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The example's program.</summary>
    public static string Example => CodeUnder("A network in twenty lines");

    /// <summary>The parts of the excerpt; a line of <c>// …</c> stands for what is left out between two.</summary>
    public static IEnumerable<string> Excerpts =>
        CodeUnder("What the compiler writes for it").Split("// …").Select(part => part.Trim('\n', ' ')).Where(part => part.Length > 0);

    /// <summary>The text from a heading to the next.</summary>
    public static string Section(string heading)
    {
        int start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"README.md has no section '{heading}'.");
        int end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Text[start..(end < 0 ? Text.Length : end)];
    }

    /// <summary>The first block of C# under a heading.</summary>
    private static string CodeUnder(string heading)
    {
        const string fence = "```csharp\n";
        string section = Section(heading);
        int start = section.IndexOf(fence, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The section '{heading}' of README.md has no C#.");
        start += fence.Length;
        return section[start..section.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
