using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>Paddings with which a window reads the whole of its input.</summary>
internal static class Paddings
{
    private const string Padding = nameof(Padding), Pad = nameof(Pad), PadHeight = nameof(PadHeight), PadWidth = nameof(PadWidth), Causal = nameof(Causal);

    /// <summary>Padding that keeps the size, in the place of numbers.</summary>
    public static IReadOnlyList<ArgumentChange> Same(LayerArguments arguments) =>
        [new(Padding, CodeModel.Layers.Padding.Same), .. Dropped(arguments, Pad, PadHeight, PadWidth)];

    /// <summary>Padding that keeps the size, then the smallest explicit one that leaves nothing unread; none beside causal padding.</summary>
    /// <param name="layer">A convolution or a pooling.</param>
    /// <param name="axes">How its window is to slide.</param>
    public static IEnumerable<IReadOnlyList<ArgumentChange>> Complete(InferredLayer layer, IReadOnlyList<SlidingAxis> axes)
    {
        var arguments = layer.Arguments;
        bool isPooling = layer.Layer.IsPooling;
        if (arguments.Bool(Causal, false))
        {
            yield break;
        }

        bool isSame = arguments.Int(Padding, 0) == (int)CodeModel.Layers.Padding.Same;
        if (!isPooling && !isSame)
        {
            yield return Same(arguments);
        }

        var pads = axes.Select(axis => Smallest(axis, isPooling ? axis.Window.Size / 2 : axis.Window.Extent - 1)).ToList();
        if (pads.TrueForAll(pad => pad >= 0))
        {
            yield return [.. Explicit(arguments, axes, pads, isSame), .. isSame ? Dropped(arguments, Padding) : []];
        }
    }

    private static IEnumerable<ArgumentChange> Explicit(LayerArguments arguments, IReadOnlyList<SlidingAxis> axes, List<int> pads, bool isFresh)
    {
        if (pads.TrueForAll(pad => pad == pads[0]))
        {
            return Dropped(arguments, PadHeight, PadWidth).Prepend(new(Pad, pads[0]));
        }

        // What an axis has already it keeps.
        return pads.Select((pad, i) => (Pad: pad, Name: i == 0 ? PadHeight : PadWidth, axes[i].Before))
            .Where(axis => isFresh || axis.Pad != axis.Before)
            .Select(axis => new ArgumentChange(axis.Name, axis.Pad));
    }

    /// <summary>The smallest padding from the present one up to some size that leaves nothing unread; −1 where there is none.</summary>
    private static int Smallest(SlidingAxis axis, long most)
    {
        for (int pad = axis.Before; pad <= most; pad++)
        {
            if ((axis with { Window = axis.Window with { Padding = 2 * pad }, Before = pad }).Unread == 0)
            {
                return pad;
            }
        }

        return -1;
    }

    private static IEnumerable<ArgumentChange> Dropped(LayerArguments arguments, params string[] names) =>
        names.Where(arguments.IsWritten).Select(name => new ArgumentChange(name, null));
}
