namespace Layerwright.Generators.Checks;

/// <summary>A network that tests are written of. Value-equal: holds no symbol.</summary>
/// <param name="Namespace">Its namespace as it is written in code, or "" for the global one.</param>
/// <param name="ClassName">The class of its tests: its own name, with those of the types around it, and <c>Checks</c>.</param>
/// <param name="TypeName">Its full name from <c>global::</c> on.</param>
/// <param name="IsTrained">It has training code.</param>
/// <param name="HasLoss">It has a loss of its own.</param>
internal sealed record CheckedNetwork(string Namespace, string ClassName, string TypeName, bool IsTrained, bool HasLoss);
