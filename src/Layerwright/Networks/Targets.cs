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

    /// <summary>Class numbers, one a row.</summary>
    public static implicit operator Targets(ReadOnlySpan<int> labels) => new(labels, default);

    /// <summary>Class numbers, one a row.</summary>
    public static implicit operator Targets(Span<int> labels) => new(labels, default);

    /// <summary>Class numbers, one a row.</summary>
    public static implicit operator Targets(int[]? labels) => new(labels, default);

    /// <summary>Class numbers, one a row.</summary>
    public static implicit operator Targets(ReadOnlyMemory<int> labels) => new(labels.Span, default);

    /// <summary>Class numbers, one a row.</summary>
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

    /// <summary>Checks that these are what the network's loss takes for so many rows.</summary>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or a probability not in 0…1.</exception>
    /// <exception cref="ArgumentException">They are of another kind or number.</exception>
    internal void Check(NetworkBlueprint network, int rows, string name)
    {
        switch (network.Target)
        {
            case TargetKind.None:
                throw new InvalidOperationException(
                    $"{network.Name} declares no loss: train it through Forward and Backward(outputGradient).");
            case TargetKind.Labels:
                CheckLabels(network, rows, name);
                break;
            case TargetKind.Probabilities:
                CheckValues(network, rows, name);
                CheckProbabilities(network, name);
                break;
            default:
                CheckValues(network, rows, name);
                break;
        }
    }

    private void CheckLabels(NetworkBlueprint network, int rows, string name)
    {
        if (!Values.IsEmpty)
        {
            throw new ArgumentException($"{network.Name} takes int labels, one a row; these are {Values.Length} floats.", name);
        }

        if (Labels.Length != rows)
        {
            throw new ArgumentException(
                $"{network.Name} takes int labels, one a row, {rows} for these inputs; these are {Labels.Length}.", name);
        }

        int row = Labels.IndexOfAnyExceptInRange(0, network.OutputLength - 1);
        if (row >= 0)
        {
            throw new ArgumentOutOfRangeException(
                name,
                Labels[row],
                $"The label of row {row} is {Labels[row]}; {network.Name} has "
                    + $"{network.OutputLength} classes, 0 to {network.OutputLength - 1}.");
        }
    }

    private void CheckValues(NetworkBlueprint network, int rows, string name)
    {
        string kind = network.Target == TargetKind.Values ? "float targets" : "float probabilities";
        if (!Labels.IsEmpty)
        {
            throw new ArgumentException($"{network.Name} takes {kind}, {network.OutputLength} a row; these are int labels.", name);
        }

        if (Values.Length != (long)rows * network.OutputLength)
        {
            throw new ArgumentException(
                $"{network.Name} takes {network.OutputLength} {kind} a row, "
                    + $"{(long)rows * network.OutputLength} for these inputs; these are {Values.Length}.", name);
        }
    }

    private void CheckProbabilities(NetworkBlueprint network, string name)
    {
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
            $"The target of row {index / network.OutputLength}, output "
                + $"{index % network.OutputLength}, is {Values[index]}; probabilities lie in 0 to 1.");
    }
}
