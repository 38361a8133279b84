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
            var kernels = axes.ToDictionary(axis => axis, axis => Even(axes.Where(other => other.KernelArgument == axis.KernelArgument).ToList()));
            if (axes.FirstOrDefault(axis => axis.Kernel % axis.Stride != 0) is not { } uneven)
            {
                continue;
            }

            var changes = offers.First(Places.Finding(Id, node, uneven.KernelArgument), [Changes(node.Layer.Arguments, axes, kernels)]);
            yield return Places.Finding(
                Id,
                node,
                uneven.KernelArgument,
                node.Name,
                Windows.Text(uneven.Kernel),
                Windows.Text(uneven.Stride),
                changes.Count > 0 ? ArgumentChange.InWords(changes) : Windows.Text(kernels[uneven])) with
            {
                Suggestion = ArgumentChange.Write(changes),
            };
        }
    }

    /// <summary>The next size that all strides of one argument divide.</summary>
    private static int Even(IReadOnlyCollection<TransposedAxis> axes)
    {
        int kernel = axes.First().Kernel;
        while (axes.Any(axis => kernel % axis.Stride != 0))
        {
            kernel++;
        }

        return kernel;
    }

    private static IReadOnlyList<ArgumentChange> Changes(LayerArguments arguments, TransposedAxis[] axes, Dictionary<TransposedAxis, int> kernels)
    {
        var follow = axes.Select(axis => Following(axis, kernels[axis])).ToList();
        return
        [
            .. axes.Select(axis => new ArgumentChange(axis.KernelArgument, kernels[axis])).Distinct(),
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
