using Layerwright.Runtime;

namespace Layerwright;

/// <content>What is read anew at every step, and what a trainer sets.</content>
public sealed partial class TrainingStep<TNetwork>
{
    /// <summary>What every learning rate is multiplied by (schedules set it); 1 at the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float LearningRateFactor
    {
        get => _engine.RateFactor;
        set => _engine.RateFactor = Domain.NotNegative(value);
    }

    /// <summary>
    /// Stands in for the optimizer's momentum (<see cref="Sgd"/>, <see cref="RmsProp"/>) or β₁ (<see cref="Adam"/>,
    /// <see cref="AdamW"/>), in [0, 1): schedules that cycle it set it. Null at the start: the optimizer's own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float? Momentum
    {
        get => _engine.Momentum;
        set => _engine.Momentum = value is { } momentum ? Domain.Share(momentum) : null;
    }

    /// <summary>
    /// How large gradients may get in <see cref="Step"/> and <see cref="Update"/>; null at the start: as large as they are.
    /// <see cref="Gradients"/> keep what was stored.
    /// </summary>
    public GradientClipping? Clipping
    {
        get => _engine.Clipping;
        set => _engine.Clipping = value;
    }

    /// <summary>What the layers' L1 and L2 are multiplied by; 1 at the start, 0 turns them off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float RegularizationFactor
    {
        get => _engine.RegularizationFactor;
        set => _engine.RegularizationFactor = Domain.NotNegative(value);
    }

    /// <summary>What the layers' dropout rates are multiplied by; 1 at the start, 0 turns masks off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not finite, or so large that a layer would drop everything.</exception>
    public float DropoutFactor
    {
        get => _engine.DropoutFactor;
        set => _engine.DropoutFactor = _blueprint.CheckedDropoutFactor(value, nameof(DropoutFactor));
    }

    /// <summary>
    /// A factor for each class in the loss of its rows, as PyTorch's cross_entropy takes it: with labels the sum is divided by the
    /// labels' weights, with probabilities by the rows. Empty, the start, for ones. Copied when it is set; sample weights multiply.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The loss is not <see cref="SoftmaxCrossEntropyAttribute"/>, there are more or fewer than classes, one is negative or not
    /// finite, or all are 0.
    /// </exception>
    public ReadOnlyMemory<float> ClassWeights
    {
        get => _engine.ClassWeights?.Weights ?? default;
        set => _engine.ClassWeights = ClassWeighting.Of(_blueprint, value.Span, nameof(ClassWeights));
    }

    /// <summary>For example <c>FashionNet training step: up to 64 rows, 2 threads</c>.</summary>
    public override string ToString() => $"{_blueprint.Name} training step: up to {MaxBatchSize} rows, {Threads} threads";
}
