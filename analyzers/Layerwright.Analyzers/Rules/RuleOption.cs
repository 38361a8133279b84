namespace Layerwright.Analyzers.Rules;

/// <summary>A number that a project may set in its .editorconfig, as <c>layerwright.LWnnnn.name</c>.</summary>
/// <param name="Name">Its name behind the rule's id: <c>minimum_depth</c>.</param>
/// <param name="Default">Its value where it is not set.</param>
/// <param name="Least">The least it can be.</param>
/// <param name="Most">The most it can be.</param>
/// <param name="Meaning">What it is, for the rule's page.</param>
internal sealed record RuleOption(string Name, double Default, double Least, double Most, string Meaning)
{
    /// <summary>What it can be, in words.</summary>
    public string Domain => FormattableString.Invariant($"a number between {Least} and {Most}");
}
