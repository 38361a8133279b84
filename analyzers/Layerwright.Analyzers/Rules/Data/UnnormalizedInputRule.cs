using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6001: bytes as a reader gives them, trained on as they are.</summary>
internal sealed class UnnormalizedInputRule : CallRule
{
    public const string Id = "LW6001";

    private const string Read = nameof(Read);

    /// <summary>Readers of images, whose features are bytes.</summary>
    private static readonly HashSet<string> _byteReaders = new(StringComparer.Ordinal) { "IdxReader" };

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Input that is not normalised",
        "{0} trains on {1} as {2} read it, with features far from mean 0 and deviation 1; give the network a normaliser (Normalizer = Normalizer.FitPerChannel({3})), or begin it with [BatchNorm]",
        Categories.Data,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Initial weights are drawn for inputs of mean 0 and deviation 1. Where all inputs are positive, the gradients of a unit's "
            + "weights all have one sign, and training zigzags; where they are large, the first layers saturate or explode.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var training in body.Trainings.Where(training => training.Trainer is not null && IsRaw(body, training)))
        {
            foreach (var fit in training.Runs)
            {
                if (CallBody.Argument(fit, "training") is { } data
                    && body.Source(data.Value) is { TargetMethod: { Name: Read } read }
                    && LibraryTypes.IsOurs(read.ContainingType) && _byteReaders.Contains(read.ContainingType.Name))
                {
                    string set = DataText.At(data, fit.Syntax, mustBeTrainingSet: true) ?? "training";
                    yield return CallFinding.On(data.Value.Syntax, training.NetworkType.Name, DataText.Of(data), read.ContainingType.Name, set);
                }
            }
        }
    }

    /// <summary>A network made here that surely normalises nothing before its first weights.</summary>
    private static bool IsRaw(CallBody body, TrainingSite training) =>
        body.Object(training.Network) is { Site: IObjectCreationOperation } made
        && body.Network(made.Type) is { } network
        && !NormalizesFirst(network)
        && (made[DataOrigins.Normalizer] is not { } written || body.IsNull(written.Value))
        && !body.Operations.Any(operation => MayNormalize(operation, made.Type));

    private static bool NormalizesFirst(InferredNetwork network) => network.Root.Layers
        .TakeWhile(layer => layer.Parameters.Count == 0 || layer.Layer.IsNormalization)
        .Any(layer => layer.Layer.IsNormalization);

    /// <summary>Sets the network's normaliser, or gives it to code elsewhere that may.</summary>
    private static bool MayNormalize(IOperation operation, ITypeSymbol network) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: DataOrigins.Normalizer, Instance: { } instance } } =>
            instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver },
        IInvocationOperation { Instance: var instance } call =>
            (IsOf(instance, network) && call.TargetMethod.Name is "LoadWeights")
            || (!LibraryTypes.IsOurs(call.TargetMethod.ContainingType) && call.Arguments.Any(argument => IsOf(argument.Value, network))),
        IObjectCreationOperation creation =>
            !LibraryTypes.IsOurs(creation.Type) && creation.Arguments.Any(argument => IsOf(argument.Value, network)),
        _ => false,
    };

    private static bool IsOf(IOperation? value, ITypeSymbol network) => SymbolEqualityComparer.Default.Equals(value?.Type, network);
}
