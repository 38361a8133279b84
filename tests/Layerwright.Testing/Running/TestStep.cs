using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.Running;

/// <summary>A training step of a network whose class the test does not know at compile time.</summary>
public abstract class TestStep
{
    public abstract StateDictionary Gradients { get; }

    public abstract ReadOnlySpan<float> Outputs { get; }

    public abstract ReadOnlySpan<float> InputGradient { get; }

    public abstract float Penalty { get; }

    public abstract float RegularizationFactor { get; set; }

    public abstract float DropoutFactor { get; set; }

    public abstract float LearningRateFactor { get; set; }

    /// <summary>Forward, backward and update, fused.</summary>
    public abstract float Step(Inputs inputs, TargetData targets, Optimizer optimizer, ReadOnlySpan<float> sampleWeights = default);

    /// <summary>Gradients are stored.</summary>
    public abstract float ForwardBackward(Inputs inputs, TargetData targets, ReadOnlySpan<float> sampleWeights = default);

    public abstract void Update(Optimizer optimizer);

    public abstract void Forward(Inputs inputs);

    public abstract void Backward(ReadOnlySpan<float> outputGradient);

    public abstract float EvaluateLoss(Inputs inputs, TargetData targets, ReadOnlySpan<float> sampleWeights = default);

    /// <summary>Records every layer's activations and gradients from now on, for batches of so many rows; null stops.</summary>
    internal abstract LayerRecorder? Record(int? rows);
}

/// <summary>A step of a class that is known.</summary>
public sealed class TestStep<TNetwork>(TrainingStep<TNetwork> step) : TestStep
    where TNetwork : class, INetwork<TNetwork>
{
    private float[]? _classWeights;

    public override StateDictionary Gradients => step.Gradients;

    public override ReadOnlySpan<float> Outputs => step.Outputs;

    public override ReadOnlySpan<float> InputGradient => step.InputGradient;

    public override float Penalty => step.Penalty;

    public override float RegularizationFactor
    {
        get => step.RegularizationFactor;
        set => step.RegularizationFactor = value;
    }

    public override float DropoutFactor
    {
        get => step.DropoutFactor;
        set => step.DropoutFactor = value;
    }

    public override float LearningRateFactor
    {
        get => step.LearningRateFactor;
        set => step.LearningRateFactor = value;
    }

    public override float Step(Inputs inputs, TargetData targets, Optimizer optimizer, ReadOnlySpan<float> sampleWeights = default) =>
        step.Step(inputs, Targets(targets), optimizer, sampleWeights);

    public override float ForwardBackward(Inputs inputs, TargetData targets, ReadOnlySpan<float> sampleWeights = default) =>
        step.ForwardBackward(inputs, Targets(targets), sampleWeights);

    public override void Update(Optimizer optimizer) => step.Update(optimizer);

    public override void Forward(Inputs inputs) => step.Forward(inputs);

    public override void Backward(ReadOnlySpan<float> outputGradient) => step.Backward(outputGradient);

    public override float EvaluateLoss(Inputs inputs, TargetData targets, ReadOnlySpan<float> sampleWeights = default) =>
        step.EvaluateLoss(inputs, Targets(targets), sampleWeights);

    internal override LayerRecorder? Record(int? rows)
    {
        var recorder = rows is { } count ? new LayerRecorder(step.Network.Blueprint, count) : null;
        step.Observer = recorder;
        return recorder;
    }

    private Targets Targets(TargetData targets)
    {
        if (targets.ClassWeights != _classWeights)
        {
            step.ClassWeights = _classWeights = targets.ClassWeights;
        }

        if (targets.Labels is { } labels)
        {
            return labels;
        }

        return targets.Values;
    }
}
