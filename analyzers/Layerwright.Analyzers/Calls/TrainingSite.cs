using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>A place at which a network and an optimizer meet: a trainer that is made here, or a training step that is given an optimizer.</summary>
/// <param name="NetworkType">The network's class, or a type parameter.</param>
/// <param name="Network">The network, as written; null where it is not.</param>
/// <param name="Optimizer">The argument that gives the optimizer.</param>
internal sealed record TrainingSite(ITypeSymbol NetworkType, IOperation? Network, IArgumentOperation Optimizer)
{
    /// <summary>The optimizer, where the code that makes it is here.</summary>
    public ObjectValue? OptimizerObject { get; init; }

    /// <summary>The trainer; null for steps.</summary>
    public ObjectValue? Trainer { get; init; }

    /// <summary>Calls here that train: the trainer's fits, or the step itself.</summary>
    public IReadOnlyList<IInvocationOperation> Runs { get; init; } = [];
}
