namespace Layerwright.CodeFixes.Editing;

/// <summary>One thing that a fix offers.</summary>
/// <param name="Title">What a person reads: the result.</param>
/// <param name="Key">The equivalence key: the same whatever values the title names, so that all alike are fixed together.</param>
internal sealed record FixChoice(string Title, string Key);
