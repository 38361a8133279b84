using Layerwright.Kernels;

namespace Layerwright;

/// <summary>A batch's rows, to be changed in place by an <see cref="IAugmentation"/>.</summary>
public readonly ref struct AugmentedBatch
{
    /// <summary>Keeps these draws apart from others of the same seed: shuffles, dropout.</summary>
    private const ulong Purpose = 0x61_75_67_6D_65_6E_74;

    private readonly Span<float> _inputs;
    private readonly ReadOnlySpan<int> _rows;
    private readonly ulong _key;
    private readonly ulong _stream;

    /// <summary>A batch as a trainer makes it: to try augmentations out, or for a loop of one's own.</summary>
    /// <param name="inputs">The rows' features, one row after the other.</param>
    /// <param name="rows">The number of each row in the training data.</param>
    /// <param name="shape">The shape of a row that is an image; null for other rows.</param>
    /// <param name="scratch">Room for one row.</param>
    /// <param name="seed">The trainer's seed.</param>
    /// <param name="epoch">The epoch, from 0, earlier fits included.</param>
    /// <param name="stream">The place of the augmentation among several, from 0: each draws numbers of its own.</param>
    /// <exception cref="ArgumentException">There are no rows, or lengths do not fit.</exception>
    public AugmentedBatch(Span<float> inputs, ReadOnlySpan<int> rows, ImageShape? shape, Span<float> scratch, ulong seed, ulong epoch, int stream = 0)
    {
        if (rows.IsEmpty || inputs.Length % rows.Length != 0)
        {
            throw new ArgumentException($"{inputs.Length} inputs are no whole rows; {rows.Length} row numbers were given.", nameof(inputs));
        }

        InputLength = inputs.Length / rows.Length;
        if (shape is { } image && image.Length != InputLength)
        {
            throw new ArgumentException($"Rows have {InputLength} inputs, but an image of {image} has {image.Length}.", nameof(shape));
        }

        if (scratch.Length < InputLength)
        {
            throw new ArgumentException($"Rows have {InputLength} inputs; the scratch memory has room for {scratch.Length}.", nameof(scratch));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(stream);
        _inputs = inputs;
        _rows = rows;
        _key = CounterRandom.Combine(CounterRandom.Combine(seed, Purpose), epoch);
        _stream = (ulong)stream;
        Shape = shape;
        Scratch = scratch[..InputLength];
    }

    /// <summary>Rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Features of one row.</summary>
    public int InputLength { get; }

    /// <summary>The shape of a row that is an image; null for other rows.</summary>
    public ImageShape? Shape { get; }

    /// <summary>Room for one row, to be used as one likes.</summary>
    public Span<float> Scratch { get; }

    /// <summary>A row's features.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public Span<float> Input(int index) => _inputs.Slice(index * InputLength, InputLength);

    /// <summary>A row's random numbers, from the first: a function of seed, epoch, the row's number and the augmentation's place.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public AugmentationRandom Random(int index) => new(new CounterRandom(CounterRandom.Combine(_key, (ulong)_rows[index]), _stream));
}
