using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>What a hyper-parameter may be, and what it is where nothing is written.</summary>
/// <param name="Name">The member or parameter.</param>
/// <param name="Text">The domain, for messages.</param>
/// <param name="Holds">The domain, of a number as the run time has it.</param>
/// <param name="Default">The default as C# writes it; null where there is none.</param>
internal sealed record HyperparameterDomain(string Name, string Text, Func<double, bool> Holds, string? Default)
{
    private const string MaxBatchSize = "maxBatchSize", Epochs = nameof(Epochs);

    private static readonly Dictionary<(string Type, string Name), HyperparameterDomain> _settings = new[]
    {
        (Optimizers.Sgd, Share("Momentum", "0f")),
        (Optimizers.RmsProp, Share("Momentum", "0f")),
        (Optimizers.RmsProp, Share("Alpha", "0.99f")),
        (Optimizers.RmsProp, Positive("Epsilon", "1e-8f")),
        (Optimizers.Adam, Share("Beta1", "0.9f")),
        (Optimizers.Adam, Share("Beta2", "0.999f")),
        (Optimizers.Adam, Positive("Epsilon", "1e-8f")),
        (Optimizers.AdamW, Share("Beta1", "0.9f")),
        (Optimizers.AdamW, Share("Beta2", "0.999f")),
        (Optimizers.AdamW, Positive("Epsilon", "1e-8f")),
        (Optimizers.AdaGrad, Positive("Epsilon", "1e-10f")),
        ("OneCycle", Share("BaseMomentum", "0.85f")),
        ("OneCycle", Share("MaxMomentum", "0.95f")),
        ("OneCycle", Count(Epochs, "null")),
        ("CosineDecay", Count(Epochs, "null")),
        ("StepDecay", Count("EveryEpochs", null)),
        (TrainingReader.Trainer, Count("BatchSize", "64")),
        (TrainingReader.TrainingStep, Count(MaxBatchSize, null)),
        (TrainingReader.TrainingStep, Share("Momentum", "null")),
        ("Predictor", Count(MaxBatchSize, "1")),
    }.ToDictionary(pair => (pair.Item1, pair.Item2.Name), pair => pair.Item2);

    private static readonly HyperparameterDomain _epochs = Count("epochs", "10");

    /// <summary>The default for a reader.</summary>
    public string? DefaultText => Default == "null" ? Name == Epochs ? "the whole fit" : "the optimizer's own" : Default?.TrimEnd('f');

    /// <summary>The domain of a setting of a library's object; null where none is known.</summary>
    public static HyperparameterDomain? OfSetting(INamedTypeSymbol type, string name) =>
        LibraryTypes.IsOurs(type) && _settings.TryGetValue((type.Name, name), out var domain) ? domain : null;

    /// <summary>The domain of a call's argument; null for calls that have none. Networks' own members make steps and predictors too.</summary>
    public static HyperparameterDomain? OfArgument(IInvocationOperation call) =>
        call.TargetMethod.Name == TrainingReader.Fit && LibraryTypes.Is(call.TargetMethod.ContainingType, TrainingReader.Trainer) ? _epochs
        : call.Type is INamedTypeSymbol made ? OfSetting(made, MaxBatchSize)
        : null;

    private static HyperparameterDomain Share(string name, string standard) =>
        new(name, "0 or more and less than 1", value => (float)value is >= 0 and < 1, standard);

    private static HyperparameterDomain Positive(string name, string standard) =>
        new(name, "a positive number", value => (float)value > 0 && !float.IsInfinity((float)value), standard);

    private static HyperparameterDomain Count(string name, string? standard) => new(name, "at least 1", value => value >= 1, standard);
}
