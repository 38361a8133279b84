using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2014: an optimizer that decays everything, and with it the slopes that a network learns.</summary>
internal sealed class PReLUDecayRule : CallRule
{
    public const string Id = "LW2014";

    private const string DecayAll = nameof(DecayAll);

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Weight decay on a learned slope",
        "DecayAll also decays the learned slope of {0} in {1}, towards the 0 of a plain ReLU; leave DecayAll out",
        Categories.Activations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Weight decay pulls what it is applied to towards 0. PReLU's slope at 0 is a plain ReLU: what the layer was to learn is taken from it again. "
            + "He et al. (2015) leave the decay off there, and without DecayAll so does the optimizer.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var training in body.Trainings)
        {
            if (training.OptimizerObject is { } optimizer && optimizer[DecayAll] is { } all && IsTrue(body, all) && Decays(body, optimizer)
                && body.Network(training.NetworkType) is { } network && Slopes(network).ToList() is { Count: > 0 } slopes && seen.Add(all.Syntax))
            {
                string more = slopes.Count == 1 ? "" : $" and of {LayerIssues.Text(slopes.Count - 1)} more";
                yield return CallFinding.On(all.Syntax, slopes[0].Path + more, training.NetworkType.Name);
            }
        }
    }

    private static bool IsTrue(CallBody body, Setting setting) => body.Trace(setting.Value).ConstantValue is { HasValue: true, Value: true };

    /// <summary>A decay is written, or the optimizer has one by itself.</summary>
    private static bool Decays(CallBody body, ObjectValue optimizer) => optimizer[Optimizers.WeightDecay] is null
        ? Optimizers.IsDecoupled(optimizer.Type)
        : Optimizers.Decay(body, optimizer) is not null;

    private static IEnumerable<InferredLayer> Slopes(InferredNetwork network) =>
        network.Flatten().Where(layer => layer.Parameters.Any(parameter => parameter.Role == ParameterRole.Slope));
}
