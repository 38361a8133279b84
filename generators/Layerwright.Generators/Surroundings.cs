using Layerwright.Generators.Options;

namespace Layerwright.Generators;

/// <summary>What a network's code depends on beside its own declaration.</summary>
/// <param name="Alike">Names that need a file name of their own.</param>
/// <param name="Options">What the project says about generated code.</param>
internal sealed record Surroundings(AlikeNames Alike, GeneratorOptions Options);
