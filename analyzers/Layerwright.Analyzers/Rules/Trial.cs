using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules;

/// <summary>
/// A network or block as a fix would leave it, judged by every rule: a fix is offered only where it mends its fault and brings no
/// other above info. Rules that ask do not ask again while they judge a trial.
/// </summary>
internal sealed class Trial(FlowGraph graph, RuleOptions options)
{
    private HashSet<Mark>? _before;

    /// <summary>Whether other layers in the declared ones' place leave none of some faults and bring none that was not there.</summary>
    public bool Mends(IReadOnlyCollection<Finding> faults, IEnumerable<LayerDeclaration> layers)
    {
        if (graph.IsTrial)
        {
            return false;
        }

        _before ??= [.. Judge(graph.Network).Select(Mark.Of)];
        var mended = faults.Select(Mark.Of).ToList();
        return Judge(NetworkInference.Infer(graph.Network.Declaration with { Layers = layers.ToEquatableArray() }))
            .TrueForAll(finding => !mended.Contains(Mark.Of(finding)) && (!IsWarning(finding) || _before.Contains(Mark.Of(finding)) || IsHeldBack(finding)));
    }

    private List<Finding> Judge(InferredNetwork network) => Judgement.All(network, graph.Use, options.Settings, isTrial: true, CancellationToken.None);

    /// <summary>Beside an error only shapes are judged: that more is said behind its mending is not the mending's doing.</summary>
    private bool IsHeldBack(Finding finding) => graph.Network.Issues.Count > 0
        && RuleRegistry.Get(finding.Issue.Id).Descriptor.Category is not (Categories.Declaration or Categories.Shapes);

    private static bool IsWarning(Finding finding) =>
        (finding.Severity ?? RuleRegistry.Get(finding.Issue.Id).Descriptor.DefaultSeverity) > DiagnosticSeverity.Info;

    /// <summary>What makes two findings the same one.</summary>
    private readonly record struct Mark((string Id, string? Block, int Attribute) Fault, int Attribute, string? Argument)
    {
        public static Mark Of(Finding finding) => new(finding.Fault, finding.Issue.Attribute, finding.Issue.Argument);
    }
}
