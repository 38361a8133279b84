using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2007: softmax over a single value.</summary>
internal sealed class SoftmaxOverOneRule : NetworkRule
{
    public const string Id = "LW2007";

    private const string LogSoftmax = nameof(LogSoftmax);

    /// <summary>What one number for yes or no is to be bent by, and the loss that contains it.</summary>
    private static readonly Layer _sigmoid = new SigmoidLayer(), _loss = LossOf(_sigmoid)!;

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Softmax over a single value",
        "{0} gets {1}: {2}, and nothing before it learns; {3}",
        Categories.Activations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Softmax divides by the sum over all values of a position: a single one is divided by itself. For one number that "
            + "says yes or no, sigmoid is the activation and binary cross-entropy the loss.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    /// <summary>True where the layer can give but one value.</summary>
    public static bool IsOverOne(FlowNode node) => node.Layer is { Layer.IsSoftmax: true, Input.Channels: 1 };

    /// <summary>The loss that contains an activation; null where none does.</summary>
    public static LossLayer? LossOf(Layer activation) => LayerRegistry.All.OfType<LossLayer>().FirstOrDefault(loss => loss.Contains(activation));

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var head = OutputHead.Of(graph);
        foreach (var softmax in graph.Layers.Where(IsOverOne))
        {
            yield return head is not null && head.Activations.Contains(softmax) ? BeforeLoss(softmax, head)
                : head is null && !graph.IsBlock && !HiddenLayers.IsHidden(softmax) ? AtOutput(softmax)
                : Of(softmax, "remove it, or give it a value for each choice") with { IsMendable = false };
        }
    }

    /// <summary>The loss to be used takes raw outputs: whatever else bends them goes too.</summary>
    private static Finding BeforeLoss(FlowNode softmax, OutputHead head)
    {
        var others = head.Activations.Where(node => node != softmax).Prepend(head.Loss);
        return Of(softmax, head.Kind.Kind == _loss.Kind ? "remove it" : $"remove it and use [{_loss.Kind}]") with
        {
            Suggestion = _loss.Kind,
            Others = others.Select(node => Places.Finding(Id, node, null)).ToEquatableArray(),
            IsMendable = OutputHead.WeightsBefore(softmax) is not null && Removal.AreSafe(head.Activations),
        };
    }

    private static Finding AtOutput(FlowNode softmax) => Of(softmax, $"use [{_sigmoid.Kind}]") with
    {
        Suggestion = _sigmoid.Kind,
        IsMendable = !FlowGraph.ReachBack(softmax, node => node.IsAffine).Any(node => node.IsActivation),
    };

    private static Finding Of(FlowNode softmax, string remedy) => Places.Finding(
        Id,
        softmax,
        null,
        softmax.Name,
        softmax.Layer!.Input.ToString(),
        softmax.Layer.Layer.Kind == LogSoftmax ? "log-softmax over a single value is always 0" : "softmax over a single value is always 1",
        remedy);
}
