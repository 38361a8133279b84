using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// One weight, bias, scale, shift or running statistic (or its gradient), under PyTorch's name and in PyTorch's layout
/// whatever the kernels use inside.
/// </summary>
[DebuggerTypeProxy(typeof(StateEntryView))]
public sealed class StateEntry
{
    private readonly int[] _shape;
    private readonly WeightArray? _values;
    private readonly int _index;
    private readonly ParameterStore? _owner;

    /// <param name="info">What it is.</param>
    /// <param name="index">The parameter's number.</param>
    /// <param name="owner">Whose value it is, and whose version a write raises.</param>
    internal StateEntry(ParameterInfo info, int index, ParameterStore owner)
        : this(info, index) => _owner = owner;

    /// <param name="info">What it is.</param>
    /// <param name="index">The parameter's number.</param>
    /// <param name="values">The array it lies in: a gradient's, or a copy's.</param>
    internal StateEntry(ParameterInfo info, int index, WeightArray values)
        : this(info, index) => _values = values;

    private StateEntry(ParameterInfo info, int index)
    {
        Name = info.Key;
        IsTrainable = info.IsTrainable;
        _shape = info.StateShape;
        Length = info.Length;
        _index = index;
    }

    /// <summary>PyTorch's name: <c>dense1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>PyTorch's shape: [outputs, inputs] for dense weights, [filters, channels, height, width] for convolutions, [length] for vectors.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Numbers in all.</summary>
    public int Length { get; }

    /// <summary>False for running statistics and for what is frozen.</summary>
    public bool IsTrainable { get; }

    /// <summary>The parameter's number.</summary>
    internal int Index => _index;

    /// <summary>The numbers as they are stored, padding (zeros) included.</summary>
    internal ReadOnlySpan<float> Stored => Values.Stored(_index);

    private WeightArray Values => _values ?? _owner!.Values;

    /// <summary>The shape as text: <c>512×784</c>.</summary>
    internal string ShapeText => string.Join('×', _shape);

    /// <summary>Copies the numbers out, row by row.</summary>
    /// <param name="destination"><see cref="Length"/> numbers.</param>
    /// <exception cref="ArgumentException">Another number of elements.</exception>
    public void CopyTo(Span<float> destination)
    {
        CheckLength(destination.Length, nameof(destination));
        Values.CopyTo(_index, destination);
    }

    /// <summary>Copies numbers in, row by row.</summary>
    /// <param name="source"><see cref="Length"/> numbers.</param>
    /// <exception cref="ArgumentException">Another number of elements.</exception>
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        CheckLength(source.Length, nameof(source));
        Values.CopyFrom(_index, source);
        _owner?.MarkChanged();
    }

    /// <summary>The numbers, row by row, in a new array.</summary>
    public float[] ToArray()
    {
        var result = new float[Length];
        Values.CopyTo(_index, result);
        return result;
    }

    /// <summary>Name and shape.</summary>
    public override string ToString() => $"{Name} [{ShapeText}]";

    private void CheckLength(int found, string name)
    {
        if (found != Length)
        {
            throw new ArgumentException($"'{Name}' has {Length} elements ({ShapeText}); {found} were given.", name);
        }
    }
}
