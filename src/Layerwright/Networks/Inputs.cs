using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Input rows, one after the other: made by itself from an array, span or memory of <see cref="float"/>, or of
/// <see cref="int"/> for networks of tokens, or written as <c>[0.5f, 1]</c>. A kind that the network does not take throws and says
/// which it takes.
/// </summary>
[CollectionBuilder(typeof(Inputs), nameof(Create))]
public readonly ref struct Inputs
{
    // Two words, which travel in registers; two spans would travel through memory, several times in an unoptimised build.
    private readonly ref readonly float _first;
    private readonly int _length;
    private readonly bool _areTokens;

    private Inputs(ReadOnlySpan<float> values)
    {
        _first = ref MemoryMarshal.GetReference(values);
        _length = values.Length;
    }

    private Inputs(ReadOnlySpan<int> tokens)
        : this(MemoryMarshal.Cast<int, float>(tokens)) =>
        _areTokens = !tokens.IsEmpty;

    /// <summary>The numbers; none where these are tokens.</summary>
    internal ReadOnlySpan<float> Values => _areTokens ? default : MemoryMarshal.CreateReadOnlySpan(in _first, _length);

    /// <summary>Numbers, row after row: what <c>[0.5f, 1]</c> calls.</summary>
    /// <param name="values">The numbers.</param>
    public static Inputs Create(ReadOnlySpan<float> values) => new(values);

    /// <summary>The numbers in order; none where these are tokens.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<float>.Enumerator GetEnumerator() => Values.GetEnumerator();

    /// <summary>Numbers, row after row.</summary>
    public static implicit operator Inputs(ReadOnlySpan<float> values) => new(values);

    /// <summary>Numbers, row after row.</summary>
    public static implicit operator Inputs(Span<float> values) => new(values);

    /// <summary>Numbers, row after row.</summary>
    public static implicit operator Inputs(float[]? values) => new((ReadOnlySpan<float>)values);

    /// <summary>Numbers, row after row.</summary>
    public static implicit operator Inputs(ReadOnlyMemory<float> values) => new(values.Span);

    /// <summary>Numbers, row after row.</summary>
    public static implicit operator Inputs(Memory<float> values) => new(values.Span);

    /// <summary>Tokens, row after row.</summary>
    public static implicit operator Inputs(ReadOnlySpan<int> tokens) => new(tokens);

    /// <summary>Tokens, row after row.</summary>
    public static implicit operator Inputs(Span<int> tokens) => new(tokens);

    /// <summary>Tokens, row after row.</summary>
    public static implicit operator Inputs(int[]? tokens) => new((ReadOnlySpan<int>)tokens);

    /// <summary>Tokens, row after row.</summary>
    public static implicit operator Inputs(ReadOnlyMemory<int> tokens) => new(tokens.Span);

    /// <summary>Tokens, row after row.</summary>
    public static implicit operator Inputs(Memory<int> tokens) => new(tokens.Span);

    /// <summary>Numbers, row after row, whatever the rank: [rows, features], [rows, height, width, channels]. The tensor's memory must lie in one piece.</summary>
    /// <exception cref="ArgumentException">The tensor has gaps.</exception>
    public static implicit operator Inputs(ReadOnlyTensorSpan<float> values) => new(DenseMemory.Of(values, nameof(values)));

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{float})"/>
    public static implicit operator Inputs(TensorSpan<float> values) => new((ReadOnlySpan<float>)DenseMemory.Of(values, nameof(values)));

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{float})"/>
    public static implicit operator Inputs(Tensor<float>? values) => values is null ? default : values.AsReadOnlyTensorSpan();

    /// <summary>Tokens, row after row. The tensor's memory must lie in one piece.</summary>
    /// <exception cref="ArgumentException">The tensor has gaps.</exception>
    public static implicit operator Inputs(ReadOnlyTensorSpan<int> tokens) => new(DenseMemory.Of(tokens, nameof(tokens)));

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{int})"/>
    public static implicit operator Inputs(TensorSpan<int> tokens) => new((ReadOnlySpan<int>)DenseMemory.Of(tokens, nameof(tokens)));

    /// <inheritdoc cref="op_Implicit(ReadOnlyTensorSpan{int})"/>
    public static implicit operator Inputs(Tensor<int>? tokens) => tokens is null ? default : tokens.AsReadOnlyTensorSpan();

    /// <summary>How many whole rows these are.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="rowLength">Numbers of a row.</param>
    /// <param name="maxRows">Most rows that there is room for.</param>
    /// <param name="name">The argument's name.</param>
    /// <exception cref="ArgumentException">They are of a kind that the network does not take, no whole rows, none, or too many.</exception>
    internal int CountRows(string network, int rowLength, int maxRows, string name) =>
        _length == rowLength && !_areTokens ? 1 : CountSeveral(network, rowLength, maxRows, name);

    // Apart, because making messages takes a large frame, which a prediction of one row should not pay for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CountSeveral(string network, int rowLength, int maxRows, string name)
    {
        if (_areTokens)
        {
            throw new ArgumentException($"{network} takes float inputs, {rowLength} a row; these are int tokens.", name);
        }

        if (Values.IsEmpty)
        {
            throw new ArgumentException($"No rows were given; {network} takes rows of {rowLength} numbers.", name);
        }

        int rows = Values.Length / rowLength;
        if (Values.Length != rows * rowLength)
        {
            throw new ArgumentException(
                $"{network} takes rows of {rowLength} numbers; {Values.Length} numbers are no whole number of rows.", name);
        }

        return rows <= maxRows
            ? rows
            : throw new ArgumentException($"There is room for {maxRows} rows (the largest batch asked for); these are {rows}.", name);
    }

    /// <summary>For example <c>784 numbers</c>, or <c>12 tokens</c>.</summary>
    public override string ToString() => $"{_length} {(_areTokens ? "tokens" : "numbers")}";
}
