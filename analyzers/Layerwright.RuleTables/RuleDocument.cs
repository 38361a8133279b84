namespace Layerwright.RuleTables;

/// <summary>A text of the repository as it should be.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Text">What should stand there.</param>
internal sealed record RuleDocument(string Path, string Text)
{
    /// <summary>What stands there says something else.</summary>
    public bool IsStale => !File.Exists(Path) || File.ReadAllText(Path) != Text;
}
