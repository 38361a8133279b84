using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>Names layers as users see them: as written, else stem and number, counted per stem over the unnamed layers of a chain.</summary>
internal static class LayerNaming
{
    public static EquatableArray<string> Assign(EquatableArray<LayerDeclaration> layers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return layers.Select(layer => Name(layer, counts)).ToEquatableArray();
    }

    private static string Name(LayerDeclaration layer, Dictionary<string, int> counts)
    {
        if (new LayerArguments(layer).Text("Name") is { } written)
        {
            return written;
        }

        string stem = LayerRegistry.Get(layer.Kind).Stem;
        counts.TryGetValue(stem, out int count);
        counts[stem] = ++count;
        return stem + count.ToString(CultureInfo.InvariantCulture);
    }
}
