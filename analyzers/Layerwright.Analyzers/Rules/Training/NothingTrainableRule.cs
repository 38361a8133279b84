using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5009: a network of which nothing can be trained.</summary>
internal sealed class NothingTrainableRule : NetworkRule
{
    public const string Id = "LW5009";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Nothing to train",
        "Every layer of '{0}' is frozen, so training changes nothing; leave at least the last, {1}, unfrozen",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A frozen layer's weights and statistics stay as they are. Where all are frozen a training step computes and changes nothing; a network for prediction alone says so with Training = false.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var declaration = graph.Network.Declaration;
        var learning = graph.Layers.Where(node => node.Learns).ToList();

        // One that yields its input's gradient is trained through, not trained.
        if (!graph.IsBlock && declaration.Options is { Training: true, InputGradient: false }
            && learning.Count > 0 && learning.TrueForAll(node => node.IsFrozen))
        {
            var last = learning.LastOrDefault(node => node.IsAffine) ?? learning[learning.Count - 1];
            yield return new Finding(new Issue(Id, declaration.MarkerAttribute, null, EquatableArray.Of(declaration.Type.Name, last.Name)));
        }
    }
}
