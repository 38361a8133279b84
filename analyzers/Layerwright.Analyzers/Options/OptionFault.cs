namespace Layerwright.Analyzers.Options;

/// <summary>A setting that does nothing.</summary>
/// <param name="Name">The option as a person writes it.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Remedy">Why it does nothing, and what would be right.</param>
internal sealed record OptionFault(string Name, string Value, string Remedy);
