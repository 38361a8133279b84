using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6009: images turned onto principal axes before a convolution.</summary>
internal sealed class WhitenedImagesRule : CallRule
{
    public const string Id = "LW6009";

    private const string Better = "FitPerChannel";

    private static readonly HashSet<string> _turning = new(StringComparer.Ordinal) { "FitPca", "FitWhiten" };

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Whitened images before a convolution",
        "{0} turns the images of {1} onto axes that mix all their pixels, where {2} looks for neighbours; use {3}",
        Categories.Data,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A convolution finds patterns of neighbouring pixels, the same everywhere. Principal components and whitening turn an image "
            + "onto axes of all its pixels, where no two numbers are neighbours any more. For images the mean and deviation of each channel are enough.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var assignment in body.Operations.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property: { Name: DataOrigins.Normalizer, ContainingType: var type } }
                && body.Trace(assignment.Value) is IInvocationOperation fit && IsTurning(fit)
                && body.Network(type) is { } network && FirstConvolution(network) is { } convolution
                && CallBody.Argument(fit, "data") is { } data && fit.Syntax is InvocationExpressionSyntax written)
            {
                string instead = $"{Receiver(written)}{Better}({data.Value.Syntax})";
                yield return CallFinding.On(written, fit.TargetMethod.Name, type.Name, convolution.Name, instead).With(DiagnosticProperties.Suggestion, instead);
            }
        }
    }

    private static bool IsTurning(IInvocationOperation call) =>
        _turning.Contains(call.TargetMethod.Name) && LibraryTypes.Is(call.TargetMethod.ContainingType, DataOrigins.Normalizer);

    private static InferredLayer? FirstConvolution(InferredNetwork network) => network.Flatten().FirstOrDefault(layer => layer.Layer.IsConvolution);

    /// <summary>What stands before the method's name: nothing under <c>using static</c>.</summary>
    private static string Receiver(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access ? $"{access.Expression}." : "";
}
