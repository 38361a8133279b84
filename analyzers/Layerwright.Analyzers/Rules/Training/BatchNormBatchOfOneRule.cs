using Layerwright.Analyzers.Calls;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5006: statistics of a batch that is none.</summary>
internal sealed class BatchNormBatchOfOneRule : CallRule
{
    public const string Id = "LW5006";

    private const string BatchSize = nameof(BatchSize), MaxBatchSize = "maxBatchSize";

    private static readonly RuleOption _least = new("minimum_batch_size", 8, 2, 1e6, "The smallest batch for which nothing is said; a batch of 1 is a warning, one between a hint.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Batch normalisation with a tiny batch",
        "{0} is {1}, but {2} of {3} takes mean and variance from the batch: {4}; use at least {5}",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Batch normalisation estimates mean and variance from the rows of a batch. One row has no variance, few rows give "
            + "estimates so noisy that accuracy falls (Wu and He 2018); GroupNorm or LayerNorm do not look at the batch.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_least];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var (network, size) in Sizes(body))
        {
            if (body.Number(size.Value) is { } rows and >= 1 && rows < options[_least] && Normalization(body, network) is { } layer)
            {
                bool isOne = rows == 1;
                var finding = CallFinding.On(
                    size.Syntax,
                    size.Name,
                    LayerIssues.Text((long)rows),
                    layer.Name,
                    network.Name,
                    isOne ? "a single row has no variance" : "of so few rows they are little but noise",
                    LayerIssues.Text((long)options[_least]));
                yield return isOne ? finding : finding with { Severity = DiagnosticSeverity.Info };
            }
        }
    }

    /// <summary>Batch sizes that are written: a trainer's, and those of training steps.</summary>
    private static IEnumerable<(ITypeSymbol Network, Setting Size)> Sizes(CallBody body) => body
        .Objects(TrainingReader.Trainer).Select(trainer => (trainer.Type, Size: trainer[BatchSize]))
        .Concat(body.Objects(TrainingReader.TrainingStep).Select(step => (step.Type, Size: step[MaxBatchSize])))
        .Concat(body.Operations.OfType<IInvocationOperation>()
            .Where(call => LibraryTypes.Is(call.Type, TrainingReader.TrainingStep))
            .Select(call => ((INamedTypeSymbol)call.Type!, Size: Size(call))))
        .Where(made => made.Size is not null && made.Item1.TypeArguments.Length == 1)
        .Select(made => (made.Item1.TypeArguments[0], made.Size!));

    private static Setting? Size(IInvocationOperation call) =>
        CallBody.Argument(call, MaxBatchSize) is { } argument ? new Setting(MaxBatchSize, argument.Value, argument.Syntax) : null;

    /// <summary>The first layer that normalises over the batch at hand: a frozen one does not.</summary>
    private static FlowNode? Normalization(CallBody body, ITypeSymbol type) => body.Network(type) is { } network
        ? new FlowGraph(network).Layers.FirstOrDefault(node => node.UsesBatchStatistics)
        : null;
}
