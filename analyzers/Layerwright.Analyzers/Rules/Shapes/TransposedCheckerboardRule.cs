using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1013: the kernels of a transposed convolution overlap here more and there less.</summary>
internal sealed class TransposedCheckerboardRule : NetworkRule
{
    public const string Id = "LW1013";

    private const string Pad = nameof(Pad), OutputPadding = nameof(OutputPadding), Height = nameof(Height), Width = nameof(Width);

    /// <summary>No kernel is near this; sums of it stay within an int.</summary>
    private const int MostKernel = 1 << 20;

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "A transposed convolution overlaps unevenly",
        "{0} puts a kernel of {1} down in steps of {2}, so some outputs are sums of more than others, in a checkerboard; use a multiple of the stride: {3}",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Where the stride does not divide the kernel, neighbouring outputs sum up different numbers of terms, and the pattern shows in what the network draws (Odena et al. 2016).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var offers = new ArgumentOffers(graph, options);
        foreach (var node in graph.Layers.Where(node => node.Layer is { Layer: ConvTranspose2DLayer }))
        {
            var (vertical, horizontal) = ConvTranspose2DLayer.Axes(node.Layer!.Arguments, node.Layer.Input);
            TransposedAxis[] axes = [vertical, horizontal];
            if (axes.FirstOrDefault(axis => axis.Kernel % axis.Stride != 0) is not { } uneven)
            {
                continue;
            }

            var changes = offers.First(Places.Finding(Id, node, uneven.KernelArgument), Candidates(node.Layer.Arguments, axes));
            yield return Places.Finding(
                Id,
                node,
                uneven.KernelArgument,
                node.Name,
                Figures.Whole(uneven.Kernel),
                Figures.Whole(uneven.Stride),
                changes.Count > 0 ? ArgumentChange.InWords(changes) : $"{uneven.KernelArgument} = {Figures.Whole(Even(axes, uneven))}") with
            {
                Suggestion = ArgumentChange.Write(changes),
            };
        }
    }

    /// <summary>The next size that all strides of its argument divide.</summary>
    private static long Even(TransposedAxis[] axes, TransposedAxis of)
    {
        long multiple = axes.Where(axis => axis.KernelArgument == of.KernelArgument).Aggregate(1L, (common, axis) => LeastCommonMultiple(common, axis.Stride));
        return (of.Kernel + multiple - 1) / multiple * multiple;
    }

    private static long LeastCommonMultiple(long one, long other)
    {
        var (left, right) = (one, other);
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return one / left * other;
    }

    private static IEnumerable<IReadOnlyList<ArgumentChange>> Candidates(LayerArguments arguments, TransposedAxis[] axes)
    {
        var kernels = axes.Select(axis => Even(axes, axis)).ToList();
        if (kernels.Exists(kernel => kernel > MostKernel))
        {
            yield break;
        }

        var follow = axes.Zip(kernels, (axis, kernel) => Following(axis, (int)kernel)).ToList();
        yield return
        [
            .. axes.Zip(kernels, (axis, kernel) => (Axis: axis, Kernel: (int)kernel))
                .Where(even => even.Kernel != even.Axis.Kernel)
                .Select(even => new ArgumentChange(even.Axis.KernelArgument, even.Kernel))
                .Distinct(),
            .. BothAxes(arguments, Pad, follow[0].Pad, follow[1].Pad),
            .. BothAxes(arguments, OutputPadding, follow[0].OutputPadding, follow[1].OutputPadding),
        ];
    }

    /// <summary>What keeps the output's size with a larger kernel: as much more is left out at both ends, an odd one added at the end.</summary>
    private static (int Pad, int OutputPadding) Following(TransposedAxis axis, int kernel)
    {
        int more = kernel - axis.Kernel + (2 * axis.Pad) - axis.OutputPadding;
        return more <= 0 ? (0, -more) : ((more + 1) / 2, more % 2);
    }

    private static IEnumerable<ArgumentChange> BothAxes(LayerArguments arguments, string name, int vertical, int horizontal)
    {
        foreach (var (argument, value) in vertical == horizontal
            ? new[] { (name, vertical), (name + Height, 0), (name + Width, 0) }
            : [(name, 0), (name + Height, vertical), (name + Width, horizontal)])
        {
            if (value > 0)
            {
                yield return new ArgumentChange(argument, value);
            }
            else if (arguments.IsWritten(argument))
            {
                yield return new ArgumentChange(argument, null);
            }
        }
    }
}
