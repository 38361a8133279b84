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
    public static string Size(IEnumerable<SlidingAxis> axes) => string.Join("×", axes.Select(axis => Figures.Whole(axis.Window.Size)));

    /// <summary>The same with what it reaches over, where its taps are apart: <c>3×3 (5×5 with its dilation)</c>.</summary>
    public static string Reach(IReadOnlyCollection<SlidingAxis> axes) => axes.Any(axis => axis.Window.Extent > axis.Window.Size)
        ? $"{Size(axes)} ({string.Join("×", axes.Select(axis => Figures.Whole(axis.Window.Extent)))} with its dilation)"
        : Size(axes);

    /// <summary>What is never read, in words: <c>last row and column</c>, <c>last 2 steps</c>.</summary>
    public static string Unread(IReadOnlyList<SlidingAxis> axes, Func<SlidingAxis, bool> isSpokenOf)
    {
        string[] names = axes.Count == 1 ? ["step"] : ["row", "column"];
        var parts = axes.Zip(names, (axis, name) => (Axis: axis, Name: name)).Where(part => isSpokenOf(part.Axis)).ToList();
        int first = parts[0].Axis.Unread;
        return parts.TrueForAll(part => part.Axis.Unread == first)
            ? $"last {(first == 1 ? "" : $"{Figures.Whole(first)} ")}{string.Join(" and ", parts.Select(part => Plural(first, part.Name)))}"
            : $"last {string.Join(" and ", parts.Select(part => $"{Figures.Whole(part.Axis.Unread)} {Plural(part.Axis.Unread, part.Name)}"))}";
    }

    private static string Plural(int count, string name) => count == 1 ? name : name + "s";
}
