using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.CodeModel.Inference;

/// <summary>LW0009 for names in the state dictionary as they come out: each stands once in the whole network, and none is the normaliser's.</summary>
internal static class StateKeyCheck
{
    /// <summary>Under this prefix a saved file holds the normaliser.</summary>
    private const string Normalizer = "normalizer";

    public static IEnumerable<Issue> Run(InferredChain root)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // Keys that follow from names first: what a written key collides with is theirs.
        foreach (var layer in root.Layers.OrderBy(layer => layer.Arguments.IsWritten("Key") ? 1 : 0))
        {
            var keys = Keys(layer).ToList();
            string? fault = layer.IsMember && (layer.Key == Normalizer || layer.Key.StartsWith(Normalizer + ".", StringComparison.Ordinal))
                ? "is where a saved file holds the normaliser"
                : keys.Any(key => !taken.Add(key)) ? "is taken by the state of another layer" : null;
            if (fault is not null)
            {
                bool isWritten = layer.Arguments.IsWritten("Key");
                string found = isWritten ? layer.Key : layer.Name, free = found + "2";
                yield return new Issue(RuleIds.BadName, layer.Declaration.Attribute, isWritten ? "Key" : "Name", EquatableArray.Of(found, fault, free))
                {
                    Suggestion = free,
                };
            }
        }
    }

    private static IEnumerable<string> Keys(InferredLayer layer) => layer.Parameters
        .Select(parameter => $"{layer.Key}.{parameter.Name}")
        .Concat(layer.Branches.SelectMany(branch => branch.Layers).SelectMany(Keys));
}
