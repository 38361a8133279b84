using System.Globalization;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Calls;

/// <summary>What the rules know of optimizers.</summary>
internal static class Optimizers
{
    public const string Optimizer = nameof(Optimizer);
    public const string Sgd = nameof(Sgd);
    public const string Adam = nameof(Adam);
    public const string AdamW = nameof(AdamW);
    public const string RmsProp = nameof(RmsProp);
    public const string AdaGrad = nameof(AdaGrad);

    public const string LearningRate = nameof(LearningRate);
    public const string WeightDecay = nameof(WeightDecay);

    /// <summary>Below, numbers are read more easily with an exponent.</summary>
    private const double SmallestPlain = 1.5e-3;

    /// <summary>Divides each weight's step by a mean of its gradients: a penalty in the gradient is divided with it.</summary>
    public static bool IsOfAdamFamily(INamedTypeSymbol optimizer) => optimizer.Name is Adam or AdamW;

    /// <summary>Takes decay off the weights themselves, and not into their gradient.</summary>
    public static bool IsDecoupled(INamedTypeSymbol optimizer) => optimizer.Name == AdamW;

    /// <summary>The rate that a constructor gives where none is written, in the digits that stand there.</summary>
    public static double? DefaultRate(INamedTypeSymbol optimizer) => optimizer.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .FirstOrDefault(parameter => parameter is { Name: LearningRate, HasExplicitDefaultValue: true })?.ExplicitDefaultValue is float rate
            ? (double)(decimal)rate
            : null;

    /// <summary>The optimizer's class, where it is known: by what makes it, or by its declared type.</summary>
    public static INamedTypeSymbol? TypeOf(CallBody body, TrainingSite training) => training.OptimizerObject?.Type
        ?? (body.Trace(training.Optimizer.Value).Type is INamedTypeSymbol { IsAbstract: false } type && LibraryTypes.IsOrDerives(type, Optimizer) ? type : null);

    /// <summary>The decay that is written and not 0; null where there is none.</summary>
    public static Setting? Decay(CallBody body, ObjectValue? optimizer) =>
        optimizer?[WeightDecay] is { } decay && body.Number(decay.Value) != 0 ? decay : null;

    /// <summary>A number as C# writes a float: <c>0.01f</c>, <c>1e-4f</c>.</summary>
    public static string Literal(double value) =>
        (Math.Abs(value) is > 0 and <= SmallestPlain ? ((float)value).ToString("0.######e-0", CultureInfo.InvariantCulture) : LayerIssues.Text(value)) + "f";
}
