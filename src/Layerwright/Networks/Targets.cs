using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// What rows should give: made by itself from an array, span or memory of <see cref="int"/> class numbers, or of
/// <see cref="float"/> targets or probabilities. A kind that the network's loss does not take throws and says which it takes.
/// </summary>
public readonly ref struct Targets
{
    private Targets(ReadOnlySpan<int> labels, ReadOnlySpan<float> values)
    {
        Labels = labels;
        Values = values;
    }

    internal ReadOnlySpan<int> Labels { get; }

    internal ReadOnlySpan<float> Values { get; }

    /// <summary>Class numbers, one a row, or one for each position of an output that is a sequence or an image.</summary>
    public static implicit operator Targets(ReadOnlySpan<int> labels) => new(labels, default);

    /// <summary>Class numbers, one a row, or one for each position of an output that is a sequence or an image.</summary>
    public static implicit operator Targets(Span<int> labels) => new(labels, default);

    /// <summary>Class numbers, one a row, or one for each position of an output that is a sequence or an image.</summary>
    public static implicit operator Targets(int[]? labels) => new(labels, default);

    /// <summary>Class numbers, one a row, or one for each position of an output that is a sequence or an image.</summary>
    public static implicit operator Targets(ReadOnlyMemory<int> labels) => new(labels.Span, default);

    /// <summary>Class numbers, one a row, or one for each position of an output that is a sequence or an image.</summary>
    public static implicit operator Targets(Memory<int> labels) => new(labels.Span, default);

    /// <summary>As many numbers a row as there are outputs.</summary>
    public static implicit operator Targets(ReadOnlySpan<float> values) => new(default, values);

    /// <summary>As many numbers a row as there are outputs.</summary>
    public static implicit operator Targets(Span<float> values) => new(default, values);

    /// <summary>As many numbers a row as there are outputs.</summary>
    public static implicit operator Targets(float[]? values) => new(default, values);

    /// <summary>As many numbers a row as there are outputs.</summary>
    public static implicit operator Targets(ReadOnlyMemory<float> values) => new(default, values.Span);

    /// <summary>As many numbers a row as there are outputs.</summary>
    public static implicit operator Targets(Memory<float> values) => new(default, values.Span);

    /// <summary>Class numbers, one a row, or one for each position of an output that is a sequence or an image. The tensor's memory must lie in one piece.</summary>
    /// <exception cref="ArgumentException">The tensor has gaps.</exception>
    public static implicit operator Targets(ReadOnlyTensorSpan<int> labels) => new(DenseMemory.Of(labels, nameof(labels)), default);

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{int})"/>
    public static implicit operator Targets(TensorSpan<int> labels) => new(DenseMemory.Of(labels, nameof(labels)), default);

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{int})"/>
    public static implicit operator Targets(Tensor<int>? labels) => labels is null ? default : labels.AsReadOnlyTensorSpan();

    /// <summary>As many numbers a row as there are outputs. The tensor's memory must lie in one piece.</summary>
    /// <exception cref="ArgumentException">The tensor has gaps.</exception>
    public static implicit operator Targets(ReadOnlyTensorSpan<float> values) => new(default, DenseMemory.Of(values, nameof(values)));

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{float})"/>
    public static implicit operator Targets(TensorSpan<float> values) => new(default, DenseMemory.Of(values, nameof(values)));

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{float})"/>
    public static implicit operator Targets(Tensor<float>? values) => values is null ? default : values.AsReadOnlyTensorSpan();

    /// <summary>Checks that these are what the network's loss takes for so many rows.</summary>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or a probability not in 0…1.</exception>
    /// <exception cref="ArgumentException">They are of another kind or number.</exception>
    internal void Check(NetworkBlueprint network, int rows, string name)
    {
        TargetKind kind = network.Target;
        if (kind == TargetKind.None)
        {
            throw new InvalidOperationException(
                $"{network.Name} declares no loss: train it through Forward and Backward(outputGradient).");
        }

        bool areLabels = !Labels.IsEmpty || (Values.IsEmpty && kind.TakesLabels());
        if (areLabels ? !kind.TakesLabels() : !kind.TakesFloats())
        {
            string found = areLabels ? $"{Labels.Length} int labels" : $"{Values.Length} floats";
            throw new ArgumentException($"{network.Name} takes {kind.Describe(network)}; these are {found}.", name);
        }

        if (areLabels)
        {
            CheckLabels(network, rows, name);
            return;
        }

        CheckLength(network, kind.Given(areLabels), (long)rows * network.OutputLength, Values.Length, name);
        if (kind != TargetKind.Values)
        {
            CheckProbabilities(network, name);
        }
    }

    private void CheckLabels(NetworkBlueprint network, int rows, string name)
    {
        CheckLength(network, TargetKind.Labels, (long)rows * network.OutputPositions, Labels.Length, name);
        int bad = network.FirstBadLabel(Labels);
        if (bad >= 0)
        {
            string ignored = network.IgnoreLabel is { } label ? $", and {label} is ignored" : "";
            throw new ArgumentOutOfRangeException(
                name,
                Labels[bad],
                $"The label of {network.DescribeLine(bad)} is {Labels[bad]}; {network.Name} has "
                    + $"{network.OutputColumns} classes, 0 to {network.OutputColumns - 1}{ignored}.");
        }
    }

    private static void CheckLength(NetworkBlueprint network, TargetKind given, long expected, int found, string name)
    {
        if (found != expected)
        {
            throw new ArgumentException(
                $"{network.Name} takes {given.Describe(network)}, {expected} for these inputs; these are {found}.", name);
        }
    }

    private void CheckProbabilities(NetworkBlueprint network, string name)
    {
        if (network.IgnoresAClass())
        {
            throw new ArgumentException($"{network.Name} ignores the label {network.IgnoreLabel}; rows with probabilities have none.", name);
        }

        // Both give NaN where there is one, and NaN is in no range.
        if (TensorPrimitives.Min(Values) >= 0 && TensorPrimitives.Max(Values) <= 1)
        {
            return;
        }

        int index = 0;
        while (Values[index] is >= 0 and <= 1)
        {
            index++;
        }

        throw new ArgumentOutOfRangeException(
            name,
            Values[index],
            FormattableString.Invariant(
                $"The target of row {index / network.OutputLength}, output {index % network.OutputLength}, is {Values[index]}; probabilities lie in 0 to 1."));
    }

    /// <summary>For example <c>64 labels</c>, or <c>128 numbers</c>.</summary>
    public override string ToString() => Values.IsEmpty ? $"{Labels.Length} labels" : $"{Values.Length} numbers";
}
