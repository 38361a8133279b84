using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>What several rules know of kernels and pooling windows.</summary>
internal static class Windows
{
    /// <summary>How a layer's window slides, axis by axis; none where it has no window. The sizes of its input may not be known.</summary>
    public static IReadOnlyList<SlidingAxis> Of(FlowNode node) => node.Layer is { } layer ? layer.Layer.SlidingAxes(layer.Arguments, layer.Input) : [];

    /// <summary>The same over an input of a known shape that the layer can take; else none.</summary>
    public static IReadOnlyList<SlidingAxis> Placed(FlowNode node)
    {
        var axes = Of(node);
        return axes.Count > 0 && axes.Count == node.Layer!.Input.Dimensions.Count - 1 ? axes : [];
    }

    /// <summary>The window's size: <c>3×3</c>.</summary>
    public static string Size(IEnumerable<SlidingAxis> axes) => string.Join("×", axes.Select(axis => Text(axis.Window.Size)));

    /// <summary>What is never read, in words: <c>last row and column</c>, <c>last 2 steps</c>.</summary>
    public static string Unread(IReadOnlyList<SlidingAxis> axes)
    {
        string[] names = axes.Count == 1 ? ["step"] : ["row", "column"];
        var parts = axes.Zip(names, (axis, name) => (axis.Unread, Name: name)).Where(part => part.Unread > 0).ToList();
        return "last " + string.Join(" and ", parts.Select(part => parts.TrueForAll(other => other.Unread == 1) ? part.Name
            : part.Unread == 1 ? $"1 {part.Name}"
            : $"{Text(part.Unread)} {part.Name}s"));
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
