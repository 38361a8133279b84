using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>LW0009 for <c>Key</c>: a prefix in the state dictionary has text in each part, and belongs to one layer of its chain.</summary>
internal static class KeyCheck
{
    public static IEnumerable<Issue> Run(EquatableArray<LayerDeclaration> layers, EquatableArray<string> names)
    {
        var taken = new HashSet<string>(
            layers.Select((layer, i) => HasState(layer) && Written(layer) is null ? names[i].ToLowerInvariant() : "").Where(key => key.Length > 0),
            StringComparer.Ordinal);
        for (int i = 0; i < layers.Count; i++)
        {
            if (Written(layers[i]) is not { } key)
            {
                continue;
            }

            string? fault = !IsPrefix(key) ? "is not a prefix of names in the state dictionary"
                : HasState(layers[i]) && !taken.Add(key) ? "is taken by the state of another layer"
                : null;
            if (fault is not null)
            {
                string free = Free(IsPrefix(key) ? key : names[i].ToLowerInvariant(), taken);
                taken.Add(free);
                yield return new Issue(RuleIds.BadName, layers[i].Attribute, "Key", EquatableArray.Of(key, fault, free)) { Suggestion = free };
            }
        }
    }

    private static string? Written(LayerDeclaration layer) => new LayerArguments(layer).Text("Key");

    private static bool HasState(LayerDeclaration layer) =>
        layer.Blocks.Count > 0 || LayerRegistry.Get(layer.Kind) is { IsAffine: true } or { IsNormalization: true };

    private static bool IsPrefix(string key) =>
        key.Split('.').All(part => part.Length > 0 && !part.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)));

    private static string Free(string key, HashSet<string> taken)
    {
        int number = 2;
        string free = key;
        while (taken.Contains(free))
        {
            free = key + number.ToString(CultureInfo.InvariantCulture);
            number++;
        }

        return free;
    }
}
