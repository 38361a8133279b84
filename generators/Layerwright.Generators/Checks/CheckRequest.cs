using Layerwright.Generators.Options;

namespace Layerwright.Generators.Checks;

/// <summary>That the project asks for tests of its networks.</summary>
/// <param name="Networks">The networks that it declares.</param>
/// <param name="Comments">How much the tests' code says of itself.</param>
internal sealed record CheckRequest(AllNetworks Networks, CommentLevel Comments);
